package hoso.healthrecord.access.journal;

import hoso.chassis.personal.Sensitive;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who wants to read in somebody else's record, as its owner is told it.
public sealed interface Asker extends Sensitive {

    /// What a grant names its holder by.
    ///
    /// @param id of the person, or of the link
    /// @param facility absent for those who act for none
    record Key(UUID id, @Nullable String facility) {}

    Key key();

    /// A health professional who acts for a facility.
    ///
    /// @param person `person_id` of the account
    /// @param name as the identity provider has it; empty when it tells none
    /// @param role realm role by which the person came in
    record Professional(UUID person, String name, String role, String facility) implements Asker {
        @Override
        public Key key() {
            return new Key(person, facility);
        }

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// Whoever has a link that the owner handed on.
    ///
    /// @param share id of the link
    /// @param recipient for whom the owner meant it, or what the opener says of themselves
    record Opener(UUID share, String recipient) implements Asker {
        @Override
        public Key key() {
            return new Key(share, null);
        }

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// Another citizen: a parent or guardian.
    record Guardian(UUID citizen, String name) implements Asker {
        @Override
        public Key key() {
            return new Key(citizen, null);
        }

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }
}
