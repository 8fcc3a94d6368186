package hoso.judicialcert.agency;

import hoso.judicialcert.law.AgencyRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;

/// How many answers an agency had on a day, for each of its procedures.
@ApplicationScoped
class QuotaRows {
    private static final String TAKE = """
            insert into agency_quota (organisation, procedure, day, used)
            select :organisation, :procedure, :day, 1 where :quota > 0
            on conflict (organisation, procedure, day)
            do update set used = agency_quota.used + 1 where agency_quota.used < :quota
            """;

    private final EntityManager entities;

    QuotaRows(EntityManager entities) {
        this.entities = entities;
    }

    /// Takes one answer of a day, exactly: callers at the same moment wait for one another at the row. What is not
    /// answered after all is not taken.
    @Transactional(TxType.MANDATORY)
    boolean take(AgencyRule.AgencyAccess access, LocalDate day) {
        return entities.createNativeQuery(TAKE)
                        .setParameter("organisation", access.organisation())
                        .setParameter("procedure", access.procedure())
                        .setParameter("day", day)
                        .setParameter("quota", access.dailyQuota())
                        .executeUpdate()
                == 1;
    }
}
