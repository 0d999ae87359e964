package org.hrscope.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ExecutionPlanTest {
    /// ONNX Runtime starts one thread less than it is told, for the caller is one; and each lane is a caller.
    @Test
    void callersAndPoolTogetherAreTheCoresOfThePlan() {
        for (int lanes = 1; lanes < 9; lanes++) {
            for (int threads = 1; threads < 17; threads++) {
                ExecutionPlan plan = new ExecutionPlan(lanes, threads);
                int pool = plan.intraOpThreads() - 1;
                assertThat(lanes + pool).isEqualTo(plan.cores());
            }
        }
    }

    @Test
    void aPlanForMoreThanTheCpuBeginsWithTheStandard() {
        ExecutionPlan plan = new ExecutionPlan(3, 5).spinning(true);
        assertThat(plan.firstOf()).isEqualTo(plan);
        assertThat(plan.on(ExecutionProvider.COREML).firstOf()).isEqualTo(ExecutionPlan.standard());
        assertThat(plan.quantised(Path.of("x")).firstOf()).isEqualTo(ExecutionPlan.standard());
    }

    @Test
    void noLanesAndNoThreadsAreNoPlan() {
        assertThatThrownBy(() -> new ExecutionPlan(0, 1)).hasMessageContaining("0 x 1");
        assertThatThrownBy(() -> new ExecutionPlan(1, 0)).hasMessageContaining("1 x 0");
    }
}
