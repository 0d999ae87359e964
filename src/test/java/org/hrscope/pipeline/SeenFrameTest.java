package org.hrscope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hrscope.domain.Frame;
import org.hrscope.domain.ModelInfos;
import org.hrscope.inference.ModelFile;
import org.hrscope.pixels.Cover;
import org.hrscope.pixels.Cover.Dab;
import org.junit.jupiter.api.Test;

/// The copy under a cover.
class SeenFrameTest {
    private final SeenFrame seen = new SeenFrame();

    private static Alteration under(Cover cover) {
        ModelFile file = new ModelFile(null, ModelInfos.of(192, 256, 17));
        return new Alteration(file, List.of(), new float[0], cover);
    }

    @Test
    void aCopyIsMadeOnceForAFrameAndACover() {
        Frame first = BlackFrames.at(1);
        Cover small = Cover.NONE.with(new Dab(10, 10, 20, 20, 5));
        Frame covered = seen.of(first, under(small));
        assertThat(covered).isNotSameAs(first);
        assertThat(seen.of(first, under(small))).as("another gain").isSameAs(covered);
        Cover larger = small.with(new Dab(30, 30, 40, 40, 5));
        Frame more = seen.of(first, under(larger));
        assertThat(more).isNotSameAs(covered);
        Frame second = BlackFrames.at(2);
        assertThat(seen.of(second, under(larger))).isNotSameAs(more);
        assertThat(seen.of(second, under(Cover.NONE))).isSameAs(second);
        assertThat(seen.of(second, null)).isSameAs(second);
    }
}
