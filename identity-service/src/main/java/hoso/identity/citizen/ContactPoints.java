package hoso.identity.citizen;

import hoso.chassis.personal.Sensitive;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where a citizen wants to be reached. Both are optional: nobody is without service for having no mailbox.
record ContactPoints(@Nullable EmailAddress email, @Nullable PhoneNumber phone) implements Sensitive {
    static final ContactPoints NONE = new ContactPoints(null, null);

    /// Kinds of contact points, told in events instead of the points.
    enum Kind {
        EMAIL,
        PHONE
    }

    /// These points, with what is missing taken from `others`: the citizen's own choice is not overwritten by a desk.
    ContactPoints orElse(ContactPoints others) {
        return new ContactPoints(email == null ? others.email : email, phone == null ? others.phone : phone);
    }

    /// Which kinds are there.
    Set<Kind> kinds() {
        var kinds = EnumSet.noneOf(Kind.class);
        if (email != null) {
            kinds.add(Kind.EMAIL);
        }
        if (phone != null) {
            kinds.add(Kind.PHONE);
        }
        return kinds;
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
