package org.hrscope.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.hrscope.ablation.Gains;
import org.hrscope.ablation.Gains.Gain;
import org.hrscope.domain.Problem;
import org.hrscope.pipeline.Alteration;
import org.hrscope.pixels.Cover;
import org.hrscope.threads.Jobs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What gains do to a node's own channels.
class InnerGainsTest {
    private static final String NODE = "stage3.0.branches.1";

    private final Lab lab = new Lab(new Jobs(Runnable::run, Runnable::run), problem -> {});

    @BeforeEach
    void use() {
        lab.use(Bundled.file());
    }

    private InnerGains inner(Gain... set) {
        Gains gains = Gains.NONE;
        for (Gain gain : set) gains = gains.with(gain);
        return new InnerGains(lab.cuts(), gains);
    }

    private static Gain channel(int index, float gain) {
        return new Gain(NODE, OptionalInt.of(index), gain);
    }

    @Test
    void onlyTheChannelsMeantAreSilent() {
        assertThat(inner().silent(NODE)).isZero();
        InnerGains two = inner(channel(3, 0), channel(5, 0), channel(7, 0.5f));
        assertThat(two.silent(NODE)).isEqualTo(2);
        assertThat(two.silent("stage3.0.branches.0")).isZero();
        assertThat(two.silent("no.such.node")).isZero();
        InnerGains both = inner(new Gain(NODE, OptionalInt.empty(), 0.5f), channel(7, 0.5f));
        assertThat(both.silent(NODE)).isZero();
        assertThat(inner(new Gain(NODE, OptionalInt.empty(), 0)).silent(NODE)).isEqualTo(32);
    }

    /// A gain on what a branch adds to its own row leaves the branch itself as it is.
    @Test
    void whatIsMultipliedForOneReaderStays() {
        Gain own = new Gain("stage3.0.fuse_layers.1.1", OptionalInt.empty(), 0);
        assertThat(inner(own).silent(NODE)).isZero();
        assertThat(inner(own).silent(own.name())).as("asked for by the path").isZero();
    }

    /// In a pass that has its gains already, whatever is set meanwhile.
    @Test
    void whatAValueWasMultipliedByIsSaidOfThePass() throws Problem {
        Gain own = new Gain("stage3.0.fuse_layers.1.1", OptionalInt.empty(), 0);
        Gain half = new Gain(NODE, OptionalInt.empty(), 0.5f);
        Alteration pass = pass(inner(half, channel(7, 0.5f), own));
        lab.cuts().toggle(NODE);
        assertThat(lab.cuts().gain(NODE, 7, pass)).isEqualTo(0.25f);
        assertThat(lab.cuts().gain(NODE, 8, pass)).isEqualTo(0.5f);
        assertThat(lab.cuts().gain("stage3.0.branches.0", 7, pass)).isEqualTo(1);
        assertThat(lab.cuts().gain(NODE, 7, pass(inner(own)))).as("for one reader").isEqualTo(1);
        assertThat(lab.cuts().gain(own.name(), 7, pass(inner(own)))).as("its path").isEqualTo(1);
        assertThat(lab.cuts().gain(NODE, 7, null)).isEqualTo(1);
    }

    private Alteration pass(InnerGains inner) throws Problem {
        return lab.cuts()
                .gatesProperty()
                .get()
                .alteration(Bundled.file(), inner.gains(), Cover.NONE);
    }
}
