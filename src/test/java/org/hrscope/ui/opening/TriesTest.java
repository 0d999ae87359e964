package org.hrscope.ui.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TriesTest {
    private static final Path A = Path.of("a-int8.onnx");
    private static final Path B = Path.of("b-int8.onnx");
    private static final Path C = Path.of("c-int8.onnx");

    private final Tries tries = new Tries();

    @Test
    void theNewestSupersedesTheOthers() {
        assertThat(tries.written(A, null)).isEmpty();
        assertThat(tries.written(A, null)).as("the same layers once more").isEmpty();
        assertThat(tries.written(B, null)).containsExactly(A);
        assertThat(tries.written(C, null)).as("once each").containsExactly(B);
    }

    @Test
    void whatWasChosenOrRunsInAnothersSteadStays() {
        tries.written(A, null);
        tries.chosen(A);
        tries.written(B, null);
        assertThat(tries.written(C, B)).isEmpty();
        assertThat(tries.written(A, null)).as("B runs no longer").containsExactly(B, C);
        assertThat(tries.written(B, null)).as("chosen, though made once more").isEmpty();
    }
}
