package org.hrscope.ui.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hrscope.capture.figure.DemoFigure;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeletons;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.puppet.Puppet;
import org.hrscope.puppet.PuppetPose;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.apply.AnimationViewModel.State;
import org.hrscope.ui.apply.AnimationViewModel.Written;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnimationViewModelTest {
    @TempDir Path folder;
    private final DemoFigure figure = new DemoFigure(1, 1280, 720);
    private final AnimationViewModel model =
            new AnimationViewModel(new Jobs(Runnable::run, Runnable::run));
    private final List<Written> written = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    @BeforeEach
    void look() {
        model.watchedProperty().set(true);
    }

    /// With the panel closed, nobody pays for puppets.
    @Test
    void whereNobodyLooksNobodyIsFollowed() {
        model.watchedProperty().set(false);
        play("a", 0, 40);
        assertThat(model.pose()).isNull();
        assertThat(model.secondsProperty().get()).isZero();
        model.watchedProperty().set(true);
        assertThat(model.pose()).as("of a source at rest").isNotNull();
        play("a", 40, 70);
        assertThat(model.pose()).isNotNull();
        assertThat(model.secondsProperty().get()).isCloseTo(1, within(0.001));
        model.watchedProperty().set(false);
        play("a", 70, 71);
        assertThat(model.pose()).isNull();
    }

    /// Only the selected person's puppet is in the panel; on the stage stands everyone's.
    @Test
    void othersAreFollowedForTheStageAlone() {
        try (PipelineResult two =
                Shown.at(
                        "a",
                        1,
                        2,
                        Shown.person(1, figure.truth(0)),
                        Shown.person(2, Shown.beside(figure.truth(0), 321)))) {
            model.show(two);
            assertThat(model.followed()).containsExactly(2);
            model.overProperty().set(true);
            model.watchedProperty().set(false);
            model.show(two);
            assertThat(model.followed()).containsExactly(1, 2);
        }
    }

    private void play(String source, int from, int to) {
        for (int n = from; n < to; n++) {
            try (PipelineResult result =
                    Shown.at(source, n / 30.0, 1, Shown.person(1, figure.truth(n)))) {
                model.show(result);
            }
        }
    }

    @Test
    void thePuppetFollowsTheSelectedPerson() {
        assertThat(model.stateProperty().get()).isEqualTo(State.NOBODY);
        try (PipelineResult two =
                Shown.at(
                        "a",
                        1,
                        2,
                        Shown.person(1, figure.truth(0)),
                        Shown.person(2, Shown.beside(figure.truth(0), 321)))) {
            model.show(two);
        }
        try (PipelineResult one = Shown.at("b", 1, 1, Shown.person(1, figure.truth(0)))) {
            PuppetPose second = model.pose();
            assertThat(second).isNotNull();
            model.show(one);
            assertThat(model.pose().middle()).isCloseTo(second.middle() - 321, within(1e-6));
        }
        try (PipelineResult nobody = Shown.at("b", 2, 1)) {
            model.show(nobody);
        }
        assertThat(model.pose()).isNull();
        assertThat(model.stateProperty().get()).isEqualTo(State.NOBODY);
    }

    /// It is asked for poses whenever the stage is painted.
    @Test
    void paintingAgainMovesNothing() {
        play("a", 0, 40);
        try (PipelineResult result =
                Shown.at("a", 40 / 30.0, 1, Shown.person(1, figure.truth(40)))) {
            Map<Integer, PuppetPose> once = Map.copyOf(model.follow(result));
            for (int n = 0; n < 9; n++) {
                assertThat(model.follow(result).get(1)).isSameAs(once.get(1));
            }
        }
    }

    @Test
    void theSelectedPersonIsTheChosenPuppetAndNeighboursAreOthers() {
        play("a", 0, 1);
        for (Puppet puppet : Puppet.values()) {
            model.puppetProperty().set(puppet);
            assertThat(model.puppet(1)).isEqualTo(puppet);
            assertThat(model.puppet(2)).isNotEqualTo(puppet);
            assertThat(model.puppet(-5)).isNotNull();
        }
    }

    @Test
    void aHandHasNoPuppet() {
        try (PipelineResult result =
                Shown.at(
                        Shown.of(Skeletons.byId("hand21").orElseThrow()),
                        "a",
                        0,
                        1,
                        Shown.person(1, figure.truth(0)))) {
            model.show(result);
        }
        assertThat(model.stateProperty().get()).isEqualTo(State.NO_BODY);
        assertThat(model.pose()).isNull();
    }

    @Test
    void whatPlayedIsWritten() throws Exception {
        play("a", 0, 91);
        assertThat(model.secondsProperty().get()).isCloseTo(3, within(0.001));
        Path file = folder.resolve("motion.bvh");
        model.write(file, written::add, problems::add);
        assertThat(problems).isEmpty();
        assertThat(written).containsExactly(new Written(file, 91, 30));
        assertThat(Files.readString(file)).startsWith("HIERARCHY\nROOT Hips");
        model.startOver();
        assertThat(model.secondsProperty().get()).isZero();
        model.write(folder.resolve("other.bvh"), written::add, problems::add);
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().key()).isEqualTo("motion.short");
    }

    @Test
    void aFolderThatIsNotThereIsASentence() {
        play("a", 0, 31);
        model.write(folder.resolve("no/where/motion.json"), written::add, problems::add);
        assertThat(written.size() + problems.size()).isEqualTo(1);
        Path onAFile = folder.resolve("motion.bvh");
        model.write(onAFile, written::add, problems::add);
        model.write(onAFile.resolve("motion.bvh"), written::add, problems::add);
        assertThat(problems.getLast().key()).isEqualTo("file.unwritable");
    }

    /// All of it, whatever the figure does.
    @Test
    void theFramingShowsTheWholePuppet() {
        double least = 1;
        for (int n = 0; n < 1080; n++) {
            play("a", n, n + 1);
            PuppetPose pose = model.pose();
            assertThat(pose).isNotNull();
            var place = model.framing(300, 250);
            assertThat(place.x(pose.middle(), 0)).isBetween(50.0, 250.0);
            double floor = place.y(0, pose.floor());
            assertThat(floor).isBetween(185.0, 242.0);
            least = Math.min(least, floor);
        }
        assertThat(model.framing(300, 250).e()).isPositive();
    }
}
