package hoso.healthrecord.document;

import hoso.chassis.personal.Sensitive;
import java.util.List;

/// What reading a document that tells of several visits gives: its visits, or all that is wrong with any of them.
public sealed interface History {

    /// The visits, each with a document of its own, whose entries are byte for byte those that were sent.
    record Visits(List<Part> parts, Placed placed) implements History {}

    /// Nothing of it is filed.
    record Refused(Reading.Refused reading) implements History {}

    /// One visit, or what belongs to none of them.
    record Part(Reading.Read read, byte[] document) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// How the resources found their visit: counts of entries of the document that was sent.
    ///
    /// @param byEncounter named the visit themselves, or are it
    /// @param byReference are named by a resource of the visit, or name one
    /// @param byDate fall into the time of the visit
    /// @param inDocument belong to no visit, and are filed as a document of the facility
    /// @param shared name the patient, places and people; each visit that needs them has them
    record Placed(int byEncounter, int byReference, int byDate, int inDocument, int shared) {}
}
