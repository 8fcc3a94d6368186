package hoso.judicialcert.law;

import hoso.chassis.text.NameFolding;
import java.util.stream.Stream;

/// Which agency issues, and what other organisations may do.
public sealed interface AgencyRule extends Rule {

    /// All of them, as the files have them.
    static Stream<AgencyRule> read(LawFiles files) {
        return Stream.<Stream<? extends AgencyRule>>of(
                        Table.read(files, "agencies.csv").map(Agency::of),
                        Table.read(files, "agency-capacities.csv").map(AgencyCapacity::of),
                        Table.read(files, "agency-access.csv").map(AgencyAccess::of),
                        Table.read(files, "authorities.csv").map(Authority::of))
                .flatMap(rules -> rules);
    }

    /// The agency that issues for a province; `*` issues for every province without a row of its own.
    record Agency(
            String rule,
            Validity validity,
            String province,
            String code,
            String symbol,
            String parent,
            Words name,
            String place)
            implements AgencyRule {

        @Override
        public Object matter() {
            return province;
        }

        static Agency of(Table.Row row) {
            return new Agency(
                    row.text("rule"),
                    row.validity(),
                    row.text("province"),
                    row.text("code"),
                    row.text("symbol"),
                    row.text("parent_vi"),
                    row.words("name"),
                    row.text("place_vi"));
        }
    }

    /// In what capacity an organisation asks.
    record AgencyCapacity(String rule, Validity validity, String organisation, Capacity capacity)
            implements AgencyRule {

        @Override
        public Object matter() {
            return organisation;
        }

        static AgencyCapacity of(Table.Row row) {
            return new AgencyCapacity(
                    row.text("rule"), row.validity(), row.text("organisation"), Capacity.valueOf(row.text("capacity")));
        }
    }

    /// What an organisation may ask about a person, for which procedure and on what ground.
    ///
    /// @param view the most it may see: No. 2 is for procedure agencies
    /// @param dailyQuota answers a day for this procedure
    record AgencyAccess(
            String rule,
            Validity validity,
            String organisation,
            String procedure,
            String legalBasis,
            CertificateKind view,
            int dailyQuota)
            implements AgencyRule {

        @Override
        public Object matter() {
            return organisation + "/" + procedure;
        }

        /// Whether this row lets a kind be seen.
        public boolean covers(CertificateKind asked) {
            return view == CertificateKind.NO_2 || asked == CertificateKind.NO_1;
        }

        static AgencyAccess of(Table.Row row) {
            return new AgencyAccess(
                    row.text("rule"),
                    row.validity(),
                    row.text("organisation"),
                    row.text("procedure"),
                    row.text("legal_basis"),
                    CertificateKind.valueOf(row.text("view")),
                    row.number("daily_quota"));
        }
    }

    /// In whose name an organisation may send to the register.
    record Authority(String rule, Validity validity, String organisation, String name) implements AgencyRule {

        @Override
        public Object matter() {
            return organisation + "/" + NameFolding.key(name);
        }

        static Authority of(Table.Row row) {
            return new Authority(row.text("rule"), row.validity(), row.text("organisation"), row.text("name"));
        }
    }
}
