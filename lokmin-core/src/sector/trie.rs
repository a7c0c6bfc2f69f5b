//! A tree of folded aliases: the longest alias that begins at a word is found in one walk.

use std::collections::BTreeMap;

/// A tree of byte strings, each with a number.
#[derive(Clone, Debug)]
pub(super) struct Trie {
    nodes: Vec<Node>,
    edges: Vec<(u8, u32)>,
    /// Where each byte leads from the root, by far the widest node; the root itself where nowhere.
    first: Vec<u32>,
}

#[derive(Clone, Copy, Debug)]
struct Node {
    first_edge: u32,
    edge_count: u32,
    value: Option<u32>,
}

impl Trie {
    /// The node where every walk begins.
    pub(super) const ROOT: u32 = 0;

    /// Builds the tree. Of two equal keys the later one counts.
    pub(super) fn new<'k>(keys: impl IntoIterator<Item = (&'k str, u32)>) -> Self {
        let mut grown: Vec<(BTreeMap<u8, u32>, Option<u32>)> = vec![(BTreeMap::new(), None)];
        for (key, value) in keys {
            let mut here = Self::ROOT;
            for byte in key.bytes() {
                let fresh = number(grown.len());
                let Some((edges, _)) = grown.get_mut(here as usize) else { break };
                here = *edges.entry(byte).or_insert(fresh);
                if here == fresh {
                    grown.push((BTreeMap::new(), None));
                }
            }
            if let Some((_, slot)) = grown.get_mut(here as usize) {
                *slot = Some(value);
            }
        }
        let mut edges = Vec::with_capacity(grown.len());
        let mut nodes = Vec::with_capacity(grown.len());
        for (children, value) in grown {
            nodes.push(Node { first_edge: number(edges.len()), edge_count: number(children.len()), value });
            edges.extend(children);
        }
        let trie = Self { nodes, edges, first: Vec::new() };
        let first = (0..=u8::MAX).map(|byte| trie.edge(Self::ROOT, byte).unwrap_or(Self::ROOT)).collect();
        Self { first, ..trie }
    }

    /// Walks one byte further; `None` where no key goes on.
    pub(super) fn step(&self, node: u32, byte: u8) -> Option<u32> {
        if node == Self::ROOT {
            return self.first.get(usize::from(byte)).copied().filter(|target| *target != Self::ROOT);
        }
        self.edge(node, byte)
    }

    fn edge(&self, node: u32, byte: u8) -> Option<u32> {
        let node = self.nodes.get(node as usize)?;
        let first = node.first_edge as usize;
        let edges = self.edges.get(first..first + node.edge_count as usize)?;
        edges.iter().find(|(label, _)| *label == byte).map(|(_, target)| *target)
    }

    /// Returns the number of the key that ends here.
    pub(super) fn value(&self, node: u32) -> Option<u32> {
        self.nodes.get(node as usize)?.value
    }
}

/// INVARIANT: tables are far smaller than 2^32.
fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::Trie;

    #[test]
    fn keys_are_found_and_prefixes_are_not() {
        let trie = Trie::new([("rt", 1), ("rtrw", 2), ("rw", 3)]);
        let find = |key: &str| {
            let end = key.bytes().try_fold(Trie::ROOT, |node, byte| trie.step(node, byte));
            end.and_then(|node| trie.value(node))
        };
        assert_eq!((find("rt"), find("rtrw"), find("rw")), (Some(1), Some(2), Some(3)));
        assert_eq!((find("r"), find("rtr"), find("rtrwx"), find("")), (None, None, None, None));
    }
}
