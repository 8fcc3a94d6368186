package hoso.healthrecord.reading.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hoso.chassis.personal.Sensitive;
import hoso.healthrecord.document.Further.Standing;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One FHIR R4 resource of a record, and where it came from. Its id stays the same as long as the visit stands: it
/// is made of the visit and of what the document calls the resource. References inside the record are relative;
/// what a document refers to without holding it is named, and not referred to.
///
/// @param visit the visit it is of; the Patient is of the newest visit that stands
/// @param version of the visit
/// @param facility that filed the visit (`MA_CSKCB`)
/// @param admittedAt when the visit began
/// @param receivedAt when this version came
/// @param place in the document: table and row (`XML2/3`), or entry (`Bundle.entry/4`)
/// @param standing why it is no fact, as the document itself says; absent when it is one
/// @param resource to be read only; who changes it takes a copy
public record RecordEntry(
        UUID visit,
        int version,
        String facility,
        Instant admittedAt,
        Instant receivedAt,
        String place,
        @Nullable Standing standing,
        ObjectNode resource)
        implements Sensitive {

    /// FHIR resource type.
    public String type() {
        return resource.path("resourceType").asText("");
    }

    public String id() {
        return resource.path("id").asText("");
    }

    /// `Observation/3f0c…`, as references inside the record name it.
    public String reference() {
        return type() + "/" + id();
    }

    /// Does the document say it as a fact?
    public boolean isFact() {
        return standing == null;
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
