package org.hrscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PulseGuardTest {
    private final List<String> told = new ArrayList<>();
    private final PulseGuard guard = new PulseGuard(problem -> told.add(problem.key()));

    @Test
    void aPartThatThrowsAtEachPulseIsToldOnceUntilItWorksAgain() {
        boolean[] broken = {true};
        Runnable part =
                () -> {
                    if (broken[0]) throw new StackOverflowError();
                    told.add("fine");
                };
        guard.run("map", part);
        guard.run("map", part);
        guard.run("stage", () -> told.add("stage goes on"));
        assertThat(told).containsExactly("unforeseen", "stage goes on");
        broken[0] = false;
        guard.run("map", part);
        broken[0] = true;
        guard.run("map", part);
        assertThat(told).containsExactly("unforeseen", "stage goes on", "fine", "unforeseen");
    }
}
