package hoso.healthrecord.visit.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import hoso.chassis.personal.Sensitive;
import hoso.healthrecord.document.Further;
import hoso.healthrecord.document.Further.Kind;
import hoso.healthrecord.document.Further.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a document holds besides diagnoses, drugs, services, tests and notes, as the app shows it.
///
/// @param items allergies, vaccinations, reports, dispensed drugs and so on
/// @param setAside what the document itself says is not so, or not yet
/// @param alsoInDocument what is kept with the document and not shown, counted by type
record FurtherAnswer(List<Item> items, List<SetAside> setAside, List<Further.Counted> alsoInDocument)
        implements Sensitive {
    @Override
    public String toString() {
        return Sensitive.mask(this);
    }

    static FurtherAnswer of(Further further) {
        return new FurtherAnswer(
                further.items().stream().map(Item::of).toList(),
                further.setAside().stream().map(SetAside::of).toList(),
                further.also());
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            Kind kind,
            @Nullable String code,
            @Nullable String name,
            @Nullable String detail,
            @Nullable String status,
            @JsonUnwrapped FindingsAnswer.Time time)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }

        private static Item of(Further.Item one) {
            return new Item(
                    one.kind(), one.code(), one.name(), one.detail(), one.status(), FindingsAnswer.Time.of(one.at()));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SetAside(
            Kind kind,
            Standing standing,
            @Nullable String code,
            @Nullable String name,
            @Nullable String reason,
            @JsonUnwrapped FindingsAnswer.Time time)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }

        private static SetAside of(Further.SetAside one) {
            return new SetAside(
                    one.kind(), one.standing(), one.code(), one.name(), one.reason(), FindingsAnswer.Time.of(one.at()));
        }
    }
}
