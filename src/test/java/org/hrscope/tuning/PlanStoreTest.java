package org.hrscope.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hrscope.domain.Problem;
import org.hrscope.file.Turn;
import org.hrscope.inference.ExecutionPlan;
import org.hrscope.inference.ExecutionProvider;
import org.hrscope.natives.CpuListing;
import org.hrscope.threads.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanStoreTest {
    private static final ThisMachine HERE = new ThisMachine("A & B", 12, "1.28.0");
    private static final ExecutionPlan PLAN =
            new ExecutionPlan(3, 4, true, ExecutionProvider.CPU, null);

    @TempDir private Path data;

    private PlanStore store(ThisMachine machine) {
        return new PlanStore(data.resolve("not yet there"), () -> machine);
    }

    private Path file() {
        return data.resolve("not yet there/plans.json");
    }

    @Test
    void aPlanIsOfOneNetworkOnOneMachine() throws Problem {
        store(HERE).keep("aa", PLAN);
        store(HERE).keep("bb", new ExecutionPlan(1, 12));
        assertThat(store(HERE).known("aa")).contains(PLAN);
        assertThat(store(HERE).known("bb")).contains(new ExecutionPlan(1, 12));
        assertThat(store(HERE).known("cc")).isEmpty();
        for (ThisMachine other :
                new ThisMachine[] {
                    new ThisMachine("A & B", 6, "1.28.0"),
                    new ThisMachine("A & B", 12, "1.29.0"),
                    new ThisMachine("C", 12, "1.28.0")
                }) {
            assertThat(store(other).known("aa")).isEmpty();
        }
    }

    @Test
    void theNewestPlanReplacesTheOneBefore() throws Problem {
        store(HERE).keep("aa", new ExecutionPlan(2, 6));
        store(HERE).keep("aa", PLAN);
        assertThat(store(HERE).known("aa")).contains(PLAN);
        store(HERE).forget("aa");
        assertThat(store(HERE).known("aa")).isEmpty();
    }

    /// A file anybody may have edited.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"plans\": null}",
                "{\"plans\": [null, 3]}",
                "{\"plans\": [{}]}",
                "{\"plans\": [{\"machine\": {\"processor\": \"A & B\", \"cores\": 12, \"runtime\":"
                        + " \"1.28.0\"}, \"network\": \"aa\", \"lanes\": 3, \"threads\": 5, \"provider\":"
                        + " \"CPU\"}]}",
                "{\"plans\": [{\"machine\": {\"processor\": \"A & B\", \"cores\": 12, \"runtime\":"
                        + " \"1.28.0\"}, \"network\": \"aa\", \"lanes\": -3, \"threads\": -4,"
                        + " \"provider\": \"CPU\"}]}",
                "{\"plans\": [{\"machine\": {\"processor\": \"A & B\", \"cores\": 12, \"runtime\":"
                        + " \"1.28.0\"}, \"network\": \"aa\", \"lanes\": 3, \"threads\": 2147483647,"
                        + " \"provider\": \"CPU\"}]}",
                "{\"plans\": [{\"machine\": {\"processor\": \"A & B\", \"cores\": 12, \"runtime\":"
                        + " \"1.28.0\"}, \"network\": \"aa\", \"lanes\": 3, \"threads\": 4, \"provider\":"
                        + " \"TPU\"}]}",
                "{\"plans\": [{\"machine\": {\"processor\": \"A & B\", \"cores\": 12, \"runtime\":"
                        + " \"1.28.0\"}, \"network\": \"aa\", \"lanes\": 3, \"threads\": 4, \"provider\":"
                        + " \"CPU\", \"quantised\": \"/nowhere/x.int8.onnx\"}]}"
            })
    void whatIsDamagedIsMeasuredAnew(String text) throws IOException, Problem {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), text);
        assertThat(store(HERE).known("aa")).isEmpty();
        store(HERE).keep("aa", PLAN);
        assertThat(store(HERE).known("aa")).contains(PLAN);
    }

    /// Two versions of the program may share one folder.
    @Test
    void aProviderOfAnotherVersionCostsItsOwnPlanOnly() throws IOException, Problem {
        store(HERE).keep("aa", PLAN);
        store(HERE).keep("bb", PLAN);
        String text = Files.readString(file());
        int newest = text.indexOf("\"CPU\"");
        Files.writeString(
                file(), text.substring(0, newest) + "\"NPU\"" + text.substring(newest + 5));
        assertThat(store(HERE).known("bb")).isEmpty();
        assertThat(store(HERE).known("aa")).contains(PLAN);
        store(HERE).keep("cc", PLAN);
        assertThat(Files.readString(file())).as("left to whoever knows it").contains("\"NPU\"");
    }

    /// Two windows, each with its own store, that measured at the same time.
    @Test
    void noneIsLostWhereTwoWindowsWriteAtOnce() throws Exception {
        int each = 40;
        List<CompletableFuture<Void>> windows = new ArrayList<>();
        for (String window : List.of("one", "two")) {
            PlanStore own = store(HERE);
            windows.add(
                    Workers.once(
                            window,
                            () -> {
                                for (int i = 0; i < each; i++) own.keep(window + i, PLAN);
                                return null;
                            }));
        }
        for (var window : windows) window.get(60, TimeUnit.SECONDS);
        for (int i = 0; i < each; i++) {
            assertThat(store(HERE).known("one" + i)).as("one %d", i).contains(PLAN);
            assertThat(store(HERE).known("two" + i)).as("two %d", i).contains(PLAN);
        }
    }

    /// Such as a program that hangs while it holds the lock.
    @Test
    void whoNeverGetsATurnWritesAllTheSame() throws Exception {
        store(HERE).keep("aa", PLAN);
        try (Turn held = Turn.of(file())) {
            store(HERE).keep("bb", PLAN);
        }
        assertThat(store(HERE).known("aa")).contains(PLAN);
        assertThat(store(HERE).known("bb")).contains(PLAN);
    }

    /// Opening a network must not fail for want of a plan.
    @Test
    void whereNothingIsKnownTheStandardPlanHolds() {
        Problem none = new Problem("file.missing", "x");
        PlanStore lost =
                new PlanStore(
                        data,
                        () -> {
                            throw none;
                        });
        ByteBuffer model = ByteBuffer.allocate(5).position(2);
        assertThat(lost.of(model).plan()).isEqualTo(ExecutionPlan.standard());
        assertThat(store(HERE).of(model).plan()).isEqualTo(ExecutionPlan.standard());
        assertThat(model.position()).isEqualTo(2);
    }

    @Test
    void theProcessorIsNamedAsItsMakerDoes() {
        String listing = "processor\t: 0\nmodel name\t: X(R) Y: 9 \nmodel name : Z\n";
        assertThat(ThisMachine.processor(new CpuListing(listing))).isEqualTo("X(R) Y: 9");
        String nameless = "processor : 0\nCPU part : 0xd0c\n";
        assertThat(ThisMachine.processor(new CpuListing(nameless))).isNotBlank();
        assertThat(ThisMachine.processor(new CpuListing(""))).isNotBlank();
    }
}
