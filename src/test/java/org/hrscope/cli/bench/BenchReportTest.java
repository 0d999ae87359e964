package org.hrscope.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.hrscope.inference.ExecutionPlan;
import org.junit.jupiter.api.Test;

class BenchReportTest {
    /// One number alone says nothing: which source, and compared with what.
    @Test
    void bothSourcesAreComparedWithBothBareWays() {
        BenchReport report =
                new BenchReport(
                        "net",
                        2,
                        TuneReport.Plan.of(ExecutionPlan.standard(2)),
                        20,
                        88.9,
                        101.3,
                        82.9,
                        0.9325,
                        0.8184,
                        1.0921,
                        0.9584,
                        List.of(),
                        null);
        StringWriter text = new StringWriter();
        report.print(new PrintWriter(text, true));
        assertThat(text.toString())
                .contains("pipeline 82.9, one bare session 88.9, two side by side 101.3")
                .containsPattern("rendered meanwhile +0[.]818 +0[.]93[23]")
                .containsPattern("pre-rendered frames +0[.]958 +1[.]092");
    }
}
