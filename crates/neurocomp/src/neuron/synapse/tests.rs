mod conductance;
mod poisson;
mod potential;
mod pulses;
mod time_course;
