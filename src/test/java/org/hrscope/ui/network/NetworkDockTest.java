package org.hrscope.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleObjectProperty;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.ModelInfos;
import org.hrscope.domain.Pose;
import org.hrscope.inference.Estimate;
import org.hrscope.inference.ModelFile;
import org.hrscope.people.People;
import org.hrscope.people.Person;
import org.hrscope.pipeline.ActivationFollower;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pixels.ChannelAlarm;
import org.hrscope.pixels.CropGeometry;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.common.Theme;
import org.hrscope.ui.lab.Lab;
import org.hrscope.ui.network.HrNetMapLayoutTest.Sample;
import org.hrscope.ui.selection.Absence;
import org.hrscope.ui.selection.Selection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// What the map keeps while nobody is in view.
@ExtendWith(FxToolkit.class)
@Timeout(60)
class NetworkDockTest {
    private static final ModelInfo INFO = ModelInfos.of(192, 256, 17);

    private long now;
    private final Selection selection = new Selection(new Absence(() -> now));
    private final Lab lab = new Lab(new Jobs(Runnable::run, Runnable::run), problem -> {});
    private final NetworkViewModel model = new NetworkViewModel(selection, lab);
    private final ActivationFollower follower = new ActivationFollower(problem -> {});
    private NetworkDock dock;

    @BeforeEach
    void open() {
        ModelFile file = new ModelFile(null, INFO);
        dock =
                FxToolkit.on(() ->
                        new NetworkDock(
                                new Shell(
                                        new Texts(),
                                        new Theme(),
                                        new Jobs(Runnable::run, Runnable::run)),
                                model,
                                new SimpleObjectProperty<>(),
                                new SimpleObjectProperty<>(() -> file),
                                follower));
        FxToolkit.run(() ->
                model.show(
                        new OpenedNetwork(
                                file, null, null, null, Sample.W32.map(), null, Map.of())));
    }

    @AfterEach
    void close() {
        dock.close();
        follower.end();
    }

    private static PipelineResult result(People people) {
        Frame frame =
                new Frame(
                        1,
                        1,
                        ByteBuffer.allocateDirect(4),
                        new Frame.Origin("clip", 0, 0),
                        () -> {});
        return new PipelineResult(frame, INFO, people, 1, 0, 0);
    }

    private static People someone() {
        BoundingBox box = new BoundingBox(0, 0, 48, 64);
        Estimate estimate =
                new Estimate(
                        new Pose(List.of(new Keypoint(1, 1, 0.8)), box),
                        new Heatmaps(17, 64, 48, new float[17 * 64 * 48]),
                        CropGeometry.of(box, INFO, Decoder.QUARTER),
                        new Estimate.Times(1, 1, 1));
        return new People(List.of(Person.of(1, estimate)));
    }

    private void pulse(People people, String image) {
        FxToolkit.run(() -> {
            selection.show(people);
            selection.absence().frame(!people.isEmpty(), image);
            selection.absence().pulse();
            dock.pulse(result(people));
        });
    }

    private boolean kept() {
        return FxToolkit.on(() -> !model.alarms().isEmpty());
    }

    private void alarm() {
        FxToolkit.run(() -> model.alarms().put("heatmaps", new ChannelAlarm(1, 0, 0, 17)));
    }

    /// However slowly they follow one another.
    @Test
    void theMapsOfAFormerImageOfAFolderGoWithinASecond() {
        for (String image : List.of("a.jpg", "b.jpg", "c.jpg")) {
            pulse(someone(), image);
            now += 1_500_000_000;
        }
        alarm();
        pulse(People.NOBODY, "d.jpg");
        assertThat(kept()).isTrue();
        now += 1_000_000_000;
        pulse(People.NOBODY, "d.jpg");
        assertThat(kept()).isFalse();
    }

    /// The map and the stage, which says that there is nobody, go by one clock.
    @Test
    void whereFramesAreRareAMissedOneBlanksNothing() {
        for (int i = 0; i < 3; i++) {
            pulse(someone(), "clip");
            now += 1_500_000_000;
        }
        alarm();
        pulse(People.NOBODY, "clip");
        now += 1_500_000_000;
        pulse(People.NOBODY, "clip");
        assertThat(kept()).isTrue();
        now += 4_000_000_000L;
        pulse(People.NOBODY, "clip");
        assertThat(kept()).isFalse();
        assertThat(selection.absence().absentProperty().get()).isTrue();
    }

    @Test
    void aSingleFrameWithoutAPersonBlanksNothing() {
        alarm();
        FxToolkit.run(() -> {
            int[] pixels = new int[96 * 72];
            dock.canvas().pulse(Map.of("heatmaps", new Thumbnails.Picture(72, 96, pixels)));
        });
        pulse(someone(), "clip");
        assertThat(kept()).isTrue();
        pulse(People.NOBODY, "clip");
        assertThat(kept()).as("missed once").isTrue();
        pulse(someone(), "clip");
        assertThat(kept()).isTrue();
        pulse(People.NOBODY, "clip");
        now += 1_000_000_000;
        pulse(People.NOBODY, "clip");
        assertThat(kept()).isFalse();
    }
}
