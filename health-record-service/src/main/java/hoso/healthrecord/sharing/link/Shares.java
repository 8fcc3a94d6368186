package hoso.healthrecord.sharing.link;

import hoso.chassis.page.Cursor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All links. A citizen's are asked for by the record that the citizen integrated, and somebody else's is not found.
public interface Shares {

    /// How a link is recognised: marks, from which neither its address nor its key nor its passcode can be told.
    ///
    /// @param address mark of the address
    /// @param key mark of the key that encrypts its files
    /// @param passcode absent when it has none
    record Marks(byte[] address, byte[] key, byte @Nullable [] passcode) {}

    void add(Share share, Marks marks, List<ShareFile> files);

    void save(Share share);

    /// Puts other files in the place of those a link has.
    void replaceFiles(Share share, List<ShareFile> files);

    /// Drops what a link could show.
    void dropFiles(Share share);

    /// The link at an address, as it is now.
    Optional<Share> at(byte[] address);

    /// The link at an address, held: its uses are counted one after the other.
    Optional<Share> lockAt(byte[] address);

    /// One of the links of a citizen.
    Optional<Share> find(UUID citizen, UUID share);

    /// One of the links of a citizen, held.
    Optional<Share> lock(UUID citizen, UUID share);

    /// Those of a citizen that were not ended, held.
    List<Share> lockAll(UUID citizen);

    /// The links of a citizen, the last made first.
    List<Share> newestFirst(UUID citizen, @Nullable Cursor after, int limit);

    Marks marks(Share share);

    List<ShareFile> files(Share share);

    /// The visits that stand in a record, each in its latest version: neither held nor disowned nor taken back.
    Map<UUID, Integer> standing(UUID record);
}
