package hoso.judicialcert.proof.statement;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.judicialcert.certificate.log.Tree;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class MerkleTreeTest {
    /// The eight entries and the roots over the first one to eight of them that implementations of RFC 6962 share.
    private static final List<String> ENTRIES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void theRootsAreThoseOfOtherImplementations() {
        var leaves = ENTRIES.stream()
                .map(entry -> MerkleTree.leaf(HexFormat.of().parseHex(entry)))
                .toList();

        for (var size = 1; size <= leaves.size(); size++) {
            assertThat(HexFormat.of().formatHex(MerkleTree.root(size).hash(node -> naive(leaves, node))))
                    .isEqualTo(ROOTS.get(size - 1));
        }
        assertThat(HexFormat.of().formatHex(MerkleTree.root(0).hash(_ -> new byte[0])))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void eachEntryIsProvenInEachTreeAndInNoOther() {
        var tree = Tree.of(70, new Random(1));

        for (var size = 1; size <= 70; size++) {
            for (var index = 0; index < size; index++) {
                var path = tree.hashes(MerkleTree.inclusion(index, size));
                var leaf = tree.entries.get(index).hash();

                assertThat(MerkleTree.includes(leaf, index, size, path, tree.root(size)))
                        .isTrue();
                assertThat(MerkleTree.includes(leaf, index, size, path, tree.root(size - 1)))
                        .isFalse();
                assertThat(MerkleTree.includes(leaf, index + 1, size, path, tree.root(size)))
                        .isFalse();
            }
        }
    }

    @Test
    void eachTreeIsProvenToHaveGrownFromEachOlderOne() {
        var tree = Tree.of(70, new Random(2));
        var other = Tree.of(70, new Random(3));

        for (var newer = 0; newer <= 70; newer++) {
            for (var older = 0; older <= newer; older++) {
                var path = tree.hashes(MerkleTree.consistency(older, newer));

                assertThat(MerkleTree.isGrown(older, tree.root(older), newer, tree.root(newer), path))
                        .as("%d -> %d", older, newer)
                        .isTrue();
                if (older > 0) {
                    assertThat(MerkleTree.isGrown(older, other.root(older), newer, tree.root(newer), path))
                            .isFalse();
                    assertThat(MerkleTree.isGrown(older, tree.root(older), newer, other.root(newer), path))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void aProofWithAnyBitChangedProvesNothing() {
        var random = new Random(4);
        var tree = Tree.of(1000, random);
        for (var i = 0; i < 5000; i++) {
            var index = random.nextInt(1000);
            var path = new ArrayList<>(tree.hashes(MerkleTree.inclusion(index, 1000)));
            var at = random.nextInt(path.size());
            var changed = path.get(at).clone();
            changed[random.nextInt(32)] ^= (byte) (1 << random.nextInt(8));
            path.set(at, changed);

            assertThat(MerkleTree.includes(tree.entries.get(index).hash(), index, 1000, path, tree.root(1000)))
                    .isFalse();
        }
    }

    private static byte[] naive(List<byte[]> leaves, MerkleTree.Node node) {
        return node.level() == 0
                ? leaves.get((int) node.index())
                : MerkleTree.inner(
                        naive(leaves, new MerkleTree.Node(node.level() - 1, 2 * node.index())),
                        naive(leaves, new MerkleTree.Node(node.level() - 1, 2 * node.index() + 1)));
    }
}
