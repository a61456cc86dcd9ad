//! Linear equations on a tree, solved in a time proportional to the number of nodes (Hines 1984).
//!
//! Each row of the matrix has its diagonal element, one element for the node's parent, and one for each of its
//! children. Numbered so that parents come before their children, Gaussian elimination from the last node to the first
//! leaves nothing but zeros above the diagonal and never makes a new element: one pass towards the root, one pass back.

/// A matrix with the shape of a tree. Node 0 is the root; `parent[i] < i` for all others.
pub(super) struct TreeMatrix {
    parent: Vec<usize>,
    /// First and one past the last node of each stretch in which every node is the parent of the next. Inside a stretch
    /// the sums stay in a register, which makes a long cable several times faster.
    stretches: Vec<(usize, usize)>,
    /// Diagonal elements; overwritten by [`TreeMatrix::factor`].
    pub(super) diagonal: Vec<f64>,
    /// Element of row i, column parent of i.
    pub(super) to_parent: Vec<f64>,
    /// Element of row parent of i, column i.
    pub(super) from_parent: Vec<f64>,
    /// What of row i is subtracted from its parent's row.
    ratio: Vec<f64>,
    inverse: Vec<f64>,
    slope: Vec<f64>,
}

impl TreeMatrix {
    /// A matrix of zeros. `parent[0]` is not looked at.
    pub(super) fn new(parent: &[usize]) -> TreeMatrix {
        let n = parent.len();
        let mut stretches: Vec<(usize, usize)> = Vec::new();
        for (i, parent) in parent.iter().enumerate() {
            match stretches.last_mut() {
                Some((_, end)) if parent + 1 == i => *end = i + 1,
                _ => stretches.push((i, i + 1)),
            }
        }
        TreeMatrix {
            parent: parent.to_vec(),
            stretches,
            diagonal: vec![0.0; n],
            to_parent: vec![0.0; n],
            from_parent: vec![0.0; n],
            ratio: vec![0.0; n],
            inverse: vec![0.0; n],
            slope: vec![0.0; n],
        }
    }

    /// Eliminates. After this [`TreeMatrix::solve`] may be called any number of times.
    pub(super) fn factor(&mut self) {
        for &(start, end) in self.stretches.iter().rev() {
            let mut pivot = self.diagonal[end - 1];
            for i in (start..end).rev() {
                let inverse = 1.0 / pivot;
                let ratio = self.from_parent[i] * inverse;
                self.inverse[i] = inverse;
                self.ratio[i] = ratio;
                self.slope[i] = self.to_parent[i] * inverse;
                if i > start {
                    pivot = self.diagonal[i - 1] - ratio * self.to_parent[i];
                } else if i > 0 {
                    self.diagonal[self.parent[i]] -= ratio * self.to_parent[i];
                }
            }
        }
    }

    /// Replaces the right-hand side `x` by the solution.
    pub(super) fn solve(&self, x: &mut [f64]) {
        self.towards_the_root(x);
        self.away_from_the_root(x);
    }

    fn towards_the_root(&self, x: &mut [f64]) {
        for &(start, end) in self.stretches.iter().rev() {
            let ratio = &self.ratio[start..end];
            let (before, here) = x.split_at_mut(start);
            let here = &mut here[..ratio.len()];
            let mut sum = here[ratio.len() - 1];
            for i in (1..ratio.len()).rev() {
                sum = here[i - 1] - ratio[i] * sum;
                here[i - 1] = sum;
            }
            if start > 0 {
                before[self.parent[start]] -= ratio[0] * sum;
            }
        }
    }

    fn away_from_the_root(&self, x: &mut [f64]) {
        for &(start, end) in &self.stretches {
            let (inverse, slope) = (&self.inverse[start..end], &self.slope[start..end]);
            let mut value = if start > 0 { x[self.parent[start]] } else { 0.0 };
            for ((x, inverse), slope) in x[start..end].iter_mut().zip(inverse).zip(slope) {
                value = *x * inverse - slope * value;
                *x = value;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use nalgebra::{DMatrix, DVector};
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn elimination_on_a_random_tree_equals_the_dense_solution(
            nodes in prop::collection::vec(
                (0.0..1.0_f64, -2.0..2.0_f64, -2.0..2.0_f64, 0.5..3.0_f64, -5.0..5.0_f64), 1..60),
            chain in 0.0..1.0_f64,
        ) {
            // Some of the trees are mostly chains, others bushes. Diagonally dominant, so that a solution exists.
            let parent: Vec<usize> = nodes.iter().enumerate()
                .map(|(i, node)| match i {
                    0 => 0,
                    _ if node.0 < chain => i - 1,
                    _ => (node.1.abs() / 2.0 * i as f64) as usize % i,
                })
                .collect();
            let n = nodes.len();
            let mut dense = DMatrix::<f64>::zeros(n, n);
            let mut tree = TreeMatrix::new(&parent);
            for i in 0..n {
                if i > 0 {
                    tree.to_parent[i] = nodes[i].1;
                    tree.from_parent[i] = nodes[i].2;
                    dense[(i, parent[i])] = nodes[i].1;
                    dense[(parent[i], i)] = nodes[i].2;
                }
            }
            for i in 0..n {
                let others: f64 = dense.row(i).iter().map(|x| x.abs()).sum();
                let column: f64 = dense.column(i).iter().map(|x| x.abs()).sum();
                dense[(i, i)] = nodes[i].3 + others.max(column);
                tree.diagonal[i] = dense[(i, i)];
            }
            let right = DVector::from_iterator(n, nodes.iter().map(|node| node.4));
            let expected = dense.lu().solve(&right).unwrap();
            tree.factor();
            let mut x: Vec<f64> = right.iter().copied().collect();
            tree.solve(&mut x);
            for i in 0..n {
                prop_assert!((x[i] - expected[i]).abs() < 1e-10, "{} and {}", x[i], expected[i]);
            }
        }
    }
}
