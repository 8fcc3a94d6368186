package hoso.healthrecord.document.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hoso.chassis.personal.Sensitive;
import hoso.healthrecord.document.Flaws.Stop;
import hoso.healthrecord.document.Further.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The resources of a bundle that was taken before, without what the law keeps back today.
public final class BundleEntriesReader {
    private BundleEntriesReader() {}

    /// One resource of the bundle.
    ///
    /// @param number its place in the bundle, counted from 0; resources that are kept back leave a gap
    /// @param fullUrl what references may call it; empty when the bundle names none
    /// @param standing why it is no fact; absent when it is one
    public record Item(
            int number,
            String fullUrl,
            ObjectNode resource,
            @Nullable Standing standing) implements Sensitive {
        /// Where the resource is in its document: `Bundle.entry/3`.
        public String place() {
            return "Bundle.entry/" + number;
        }

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// The resources in their order; empty when the visit is HIV care, of which the document tells nothing.
    public static Optional<List<Item>> of(byte[] document) {
        try {
            var entries = FhirBundleReader.entries(FhirBundleReader.tree(document));
            var hiv = HivBundleReader.of(entries);
            if (hiv.care()) {
                return Optional.empty();
            }
            var items = new ArrayList<Item>();
            for (int i = 0; i < entries.size(); i++) {
                if (!hiv.left().contains(i) && entries.get(i).resource() instanceof ObjectNode resource) {
                    items.add(new Item(i, entries.get(i).fullUrl(), resource, FhirStandingReader.of(entries.get(i))));
                }
            }
            return Optional.of(List.copyOf(items));
        } catch (Stop stop) {
            throw new IllegalStateException("a document that was taken cannot be read", stop);
        }
    }
}
