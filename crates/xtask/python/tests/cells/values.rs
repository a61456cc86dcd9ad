use neurocomp::prelude::*;
//= well

let x = Array1::linspace(0.0, 1.0, 5);
//= well

plot::line(&x, &x, "time (s)", "V (mV)")
//= well: time (s)

neurocomp::plotly::Plot::new()
//= well

x.len()
//= well: 5

x.sum()
//= well: 2.5

vec![Some(1), None]
//= well: [Some(1), None]

"a text"
//= well: "a text"

x.clone()
//= well: 0.25

#[derive(Debug, Clone)]
struct Shown { v: f64 }
Shown { v: -65.0 }
//= well: Shown { v: -65.0 }

struct Silent { v: f64 }
//= well

Silent { v: 1.0 }
//= refused: Silent

let silent = Silent { v: 1.0 };
silent.v
//= well: 1.0

silent
//= refused: Silent

struct Rich(f64);
impl Rich {
    fn evcxr_display(&self) {
        println!("EVCXR_BEGIN_CONTENT text/html\n<b>{}</b>\nEVCXR_END_CONTENT", self.0);
    }
}
let rich = Rich(2.0);
//= well

rich
//= well: <b>2</b>

Rich(3.0)
//= well: <b>3</b>

()
//= well

if x.len() > 3 { 1 } else { 2 }
//= well: 1

for i in 0..2 { println!("{i}"); }
//= well: 0\n1

match x.len() { 5 => "five", _ => "other" }
//= well: five

let shown = Shown { v: 1.5 };
shown
//= well: 1.5

let figure = plot::line(&x, &x, "time (s)", "V (mV)");
figure.hline(0.5, "threshold")
//= well: threshold

let mut count = 0;
count += 1;
count
//= well: 1

&x
//= well: 0.25

println!("and a value");
7
//= well: and a value

:fmt {}
//= well: Output format: {}

"a text"
//= well: a text

1.5
//= well: 1.5

:fmt {:?}
//= well: Output format: {:?}

"a text"
//= well: "a text"

:types
//= well: Types: true

x.len()
//= well: usize

:types
//= well: Types: false

:opt 0
//= well: Optimization: 0

let slow: u64 = (0..1000).sum();
slow
//= well: 499500

:opt 2
//= well: Optimization: 2

let slow: u64 = (0..1000).sum();
slow
//= well: 499500

:vars
//= well: slow

:efmt {:?}
//= well: Error format: {:?}

let bad: f64 = "abc".parse::<f64>()?;
//= stopped: ParseFloatError { kind: Invalid }

dbg!(2 + 3);
//= told: 2 + 3 = 5
