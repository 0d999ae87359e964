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
        assertThat(tries.written(A, false, null)).isEmpty();
        assertThat(tries.written(A, false, null)).as("the same layers once more").isEmpty();
        assertThat(tries.written(B, false, null)).containsExactly(A);
        assertThat(tries.written(C, false, null)).as("once each").containsExactly(B);
    }

    @Test
    void whatWasChosenOrRunsInAnothersSteadStays() {
        tries.written(A, false, null);
        tries.chosen(A);
        tries.written(B, false, null);
        assertThat(tries.written(C, false, B)).isEmpty();
        assertThat(tries.written(A, false, null)).as("B runs no longer").containsExactly(B, C);
        assertThat(tries.written(B, false, null)).as("chosen, though made once more").isEmpty();
    }

    @Test
    void whatAnEarlierSessionLeftStaysThoughItIsMadeOnceMore() {
        tries.written(A, true, null);
        assertThat(tries.written(B, false, null)).isEmpty();
        assertThat(tries.written(B, true, null)).as("there since just now").isEmpty();
        assertThat(tries.written(C, false, null)).containsExactly(B);
    }
}
