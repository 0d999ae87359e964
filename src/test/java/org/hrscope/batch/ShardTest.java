package org.hrscope.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hrscope.domain.Problem;
import org.junit.jupiter.api.Test;

class ShardTest {
    @Test
    void everyFileIsInOnePart() throws Problem {
        for (int file = 0; file < 20; file++) {
            int has = 0;
            for (int i = 1; i <= 7; i++) if (Shard.parse(i + "/7").has(file)) has++;
            assertThat(has).isOne();
        }
        assertThatThrownBy(() -> Shard.parse("8/7")).hasMessageContaining("8/7");
    }
}
