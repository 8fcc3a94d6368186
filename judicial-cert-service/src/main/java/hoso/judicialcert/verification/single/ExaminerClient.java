package hoso.judicialcert.verification.single;

import hoso.chassis.problem.Problem;
import hoso.judicialcert.JudicialCertConfig;
import hoso.judicialcert.proof.document.Examined;
import hoso.judicialcert.proof.document.ExaminerProcess;
import hoso.judicialcert.proof.document.Examining;
import hoso.judicialcert.proof.statement.TrustBundle;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import org.jboss.logging.Logger;

/// The examiner beside this service: what a file does to it, it does to nobody else.
@Singleton
class ExaminerClient implements Examining {
    private static final Logger LOG = Logger.getLogger(ExaminerClient.class);
    private final ExaminerProcess process;

    ExaminerClient(JudicialCertConfig config, MeterRegistry meters) {
        this.process = new ExaminerProcess(
                config.verification().examinerTime(), config.verification().examinerPatience());
        FunctionCounter.builder("judicial.cert.examiner.deaths", process, ExaminerProcess::deaths)
                .description("examiners that ended over a stranger's file")
                .register(meters);
    }

    @Override
    public Examined examine(byte[] file, TrustBundle trust) {
        try {
            return process.examine(file, trust);
        } catch (UncheckedIOException e) {
            LOG.error("strangers' files cannot be looked into: no examiner can be started", e);
            throw Problem.of(503, "unavailable").header("Retry-After", "5").raise();
        }
    }

    @PreDestroy
    void end() {
        process.close();
    }
}
