package hoso.judicialcert.proof.statement;

import hoso.chassis.hash.Sha256;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// The tree over the entries of a log (RFC 9162 section 2): which nodes a root or a proof is made of, and whether a
/// proof holds. It knows the JDK only, so that a verifier without network has it as it is.
public final class MerkleTree {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private MerkleTree() {}

    /// A complete subtree: 2^level leaves, from index * 2^level on. It never changes again.
    public record Node(int level, long index) {}

    /// The leaves from one to before another, as a tree of their own.
    public record Span(long from, long to) {

        /// The complete subtrees it is made of, from left to right, each smaller than the one before.
        public List<Node> nodes() {
            var nodes = new ArrayList<Node>();
            for (var at = from; at < to; ) {
                var level = 63 - Long.numberOfLeadingZeros(to - at);
                nodes.add(new Node(level, at >> level));
                at += 1L << level;
            }
            return nodes;
        }

        /// Its hash, from those of its subtrees.
        public byte[] hash(Function<Node, byte[]> hashes) {
            if (from == to) {
                return sha256();
            }
            var nodes = nodes();
            var hash = hashes.apply(nodes.getLast());
            for (var i = nodes.size() - 2; i >= 0; i--) {
                hash = inner(hashes.apply(nodes.get(i)), hash);
            }
            return hash;
        }
    }

    /// The hash of an entry.
    public static byte[] leaf(byte[] entry) {
        return sha256(new byte[] {LEAF}, entry);
    }

    /// The hash of two subtrees, side by side.
    public static byte[] inner(byte[] left, byte[] right) {
        return sha256(new byte[] {NODE}, left, right);
    }

    /// The whole tree of so many leaves.
    public static Span root(long size) {
        return new Span(0, size);
    }

    /// What proves that a leaf is in a tree, from the leaf up (RFC 9162 section 2.1.3.1).
    public static List<Span> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("the tree has no leaf " + index);
        }
        var path = new ArrayList<Span>();
        var from = 0L;
        var to = size;
        while (to - from > 1) {
            var middle = from + half(to - from);
            if (index < middle) {
                path.add(new Span(middle, to));
                to = middle;
            } else {
                path.add(new Span(from, middle));
                from = middle;
            }
        }
        return path.reversed();
    }

    /// What proves that a tree has grown from an older one (RFC 9162 section 2.1.4.1).
    public static List<Span> consistency(long older, long newer) {
        if (older < 0 || older > newer) {
            throw new IllegalArgumentException("a tree of " + newer + " never had " + older + " leaves");
        }
        var path = new ArrayList<Span>();
        if (older == 0 || older == newer) {
            return path;
        }
        var from = 0L;
        var to = newer;
        var isKnown = true;
        while (older != to) {
            var middle = from + half(to - from);
            if (older <= middle) {
                path.add(new Span(middle, to));
                to = middle;
            } else {
                path.add(new Span(from, middle));
                from = middle;
                isKnown = false;
            }
        }
        if (!isKnown) {
            path.add(new Span(from, to));
        }
        return path.reversed();
    }

    /// Whether a leaf is in the tree with this root (RFC 9162 section 2.1.3.2).
    public static boolean includes(byte[] leaf, long index, long size, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        var node = index;
        var last = size - 1;
        var hash = leaf;
        for (var other : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = inner(other, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = inner(hash, other);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /// Whether the tree with the newer root has grown from that with the older one (RFC 9162 section 2.1.4.2).
    public static boolean isGrown(long older, byte[] olderRoot, long newer, byte[] newerRoot, List<byte[]> path) {
        if (older == newer) {
            return path.isEmpty() && Arrays.equals(olderRoot, newerRoot);
        }
        if (older < 0 || older > newer) {
            return false;
        }
        if (older == 0) {
            return path.isEmpty() && Arrays.equals(olderRoot, sha256());
        }
        var rest = new ArrayList<>(path);
        if (Long.bitCount(older) == 1) {
            rest.addFirst(olderRoot);
        }
        if (rest.isEmpty()) {
            return false;
        }
        var node = older - 1;
        var last = newer - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        var before = rest.getFirst();
        var after = rest.getFirst();
        for (var other : rest.subList(1, rest.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                before = inner(other, before);
                after = inner(other, after);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                after = inner(after, other);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(before, olderRoot) && Arrays.equals(after, newerRoot);
    }

    /// The largest power of two below a number.
    private static long half(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }

    private static byte[] sha256(byte[]... parts) {
        var digest = Sha256.begin();
        for (var part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }
}
