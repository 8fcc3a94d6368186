package hoso.local.part;

import hoso.local.postgres.Cluster;
import hoso.local.process.End;
import hoso.local.run.RunFolder;
import hoso.local.run.Secrets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// PostgreSQL with the databases of the services and of Keycloak.
record PostgresPart(RunFolder place, Secrets secrets, Cluster cluster) {

    Part part() throws IOException {
        return new Part(
                "postgres",
                cluster.command(),
                place.home(),
                Map.of(),
                List.of(Port.POSTGRES),
                List.of(),
                Probes.database(
                        cluster.url(cluster.superuser()), cluster.superuser(), secrets.get("postgres.superuser")),
                () -> cluster.ensure(databases()),
                End.INT,
                Patience.USUAL);
    }

    private List<Cluster.Database> databases() {
        var databases = new ArrayList<Cluster.Database>();
        for (var service : Service.values()) {
            service.database()
                    .ifPresent(
                            name -> databases.add(new Cluster.Database(name, secrets.get("database." + name), true)));
        }
        databases.add(new Cluster.Database("keycloak", secrets.get("database.keycloak"), false));
        return databases;
    }
}
