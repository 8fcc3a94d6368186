package hoso.judicialcert.law;

import java.util.Set;
import java.util.stream.Stream;

/// Who may ask for what, where and by which way.
public sealed interface ProcedureRule extends Rule {

    /// All of them, as the files have them.
    static Stream<ProcedureRule> read(LawFiles files) {
        return Stream.<Stream<? extends ProcedureRule>>of(
                        Table.read(files, "procedures.csv").map(Procedure::of),
                        Table.read(files, "entitlements.csv").map(Entitlement::of),
                        Table.read(files, "pilots.csv").map(Pilot::of),
                        Table.read(files, "dossier-codes.csv").map(DossierCodes::of))
                .flatMap(rules -> rules);
    }

    /// Who may ask for themselves, and where to file while the procedure is not open in the app.
    record Procedure(
            String rule,
            Validity validity,
            String code,
            Serves serves,
            int minimumAge,
            int selfFromAge,
            int accountLevel,
            Words name,
            Words elsewhere)
            implements ProcedureRule {

        /// For whom it is.
        public enum Serves {
            RESIDENT,
            NON_RESIDENT,
            AGENCY
        }

        @Override
        public Object matter() {
            return code;
        }

        static Procedure of(Table.Row row) {
            return new Procedure(
                    row.text("rule"),
                    row.validity(),
                    row.text("code"),
                    Serves.valueOf(row.text("serves")),
                    row.number("minimum_age"),
                    row.number("self_from_age"),
                    row.number("account_level"),
                    row.words("name"),
                    row.words("elsewhere"));
        }
    }

    /// In what capacity somebody may ask for which kinds by which ways.
    ///
    /// @param maximumAge of the person the certificate is about
    /// @param papers by which ways an officer has to see the papers that show the capacity
    record Entitlement(
            String rule,
            Validity validity,
            Capacity capacity,
            int maximumAge,
            Set<CertificateKind> kinds,
            Set<Channel> channels,
            Set<Channel> papers)
            implements ProcedureRule {

        @Override
        public Object matter() {
            return capacity + " up to " + maximumAge;
        }

        public boolean allows(CertificateKind kind, Channel channel) {
            return kinds.contains(kind) && channels.contains(channel);
        }

        static Entitlement of(Table.Row row) {
            return new Entitlement(
                    row.text("rule"),
                    row.validity(),
                    Capacity.valueOf(row.text("capacity")),
                    row.number("maximum_age", Integer.MAX_VALUE),
                    row.all("kinds", CertificateKind.class),
                    row.all("channels", Channel.class),
                    row.all("papers", Channel.class));
        }
    }

    /// A province in which a procedure is open by some ways; `*` is every province.
    record Pilot(String rule, Validity validity, String procedure, String province, Set<Channel> channels)
            implements ProcedureRule {

        @Override
        public Object matter() {
            return procedure + "/" + province + "/" + channels;
        }

        boolean covers(String asked, String place, Channel by) {
            return procedure.equals(asked)
                    && (province.equals(EVERYWHERE) || province.equals(place))
                    && channels.contains(by);
        }

        static Pilot of(Table.Row row) {
            return new Pilot(
                    row.text("rule"),
                    row.validity(),
                    row.text("procedure"),
                    row.text("province"),
                    row.all("channels", Channel.class));
        }
    }

    /// How a dossier is numbered.
    record DossierCodes(String rule, Validity validity, String prefix, int serialWidth, int overflowWidth)
            implements ProcedureRule {

        @Override
        public Object matter() {
            return "dossier code";
        }

        static DossierCodes of(Table.Row row) {
            return new DossierCodes(
                    row.text("rule"),
                    row.validity(),
                    row.text("prefix"),
                    row.number("serial_width"),
                    row.number("overflow_width"));
        }
    }
}
