package org.hrscope.ui.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Skeleton;
import org.hrscope.domain.Skeletons;
import org.hrscope.inference.Estimate;
import org.hrscope.motion.AngleName;
import org.hrscope.people.People;
import org.hrscope.people.Person;
import org.hrscope.ui.common.Texts;
import org.junit.jupiter.api.Test;

/// What a click becomes, and how it reads. Without a toolkit.
class SelectionTest {
    private final Selection selection = new Selection();

    /// Identity and left edge of each; all are as high as wide, the later the larger.
    private static People people(int... identitiesAndLefts) {
        List<Person> all = new ArrayList<>();
        for (int i = 0; i < identitiesAndLefts.length; i += 2) {
            BoundingBox box = new BoundingBox(identitiesAndLefts[i + 1], 0, 10 + i, 10 + i);
            Estimate estimate =
                    new Estimate(
                            new Pose(List.of(), box),
                            new Heatmaps(0, 1, 1, new float[0]),
                            null,
                            new Estimate.Times(0, 0, 0));
            all.add(new Person(identitiesAndLefts[i], estimate, 1));
        }
        return new People(all);
    }

    /// Number 2 alone, of whom no joint is sure.
    private static People doubtful() {
        Estimate estimate =
                new Estimate(
                        new Pose(List.of(new Keypoint(1, 1, 0.3)), new BoundingBox(0, 0, 9, 9)),
                        new Heatmaps(0, 1, 1, new float[0]),
                        null,
                        new Estimate.Times(0, 0, 0));
        return new People(List.of(new Person(2, estimate, 0.3)));
    }

    @Test
    void theNearestIsChosenFirstAndStaysChosen() {
        selection.show(people(1, 50, 2, 0));
        assertThat(selection.personProperty().get()).isEqualTo(2);
        selection.show(people(2, 0, 3, 80));
        assertThat(selection.personProperty().get()).isEqualTo(2);
    }

    @Test
    void whoIsOutOfSightAloneStaysChosenAndOthersTakeTheirPlace() {
        selection.show(people(1, 0));
        selection.show(People.NOBODY);
        assertThat(selection.personProperty().get()).isEqualTo(1);
        selection.show(people(4, 0));
        assertThat(selection.personProperty().get()).isEqualTo(4);
    }

    @Test
    void stepsGoFromLeftToRightAndRound() {
        selection.show(people(1, 50, 2, 0, 3, 100));
        selection.personProperty().set(2);
        selection.stepPerson(1);
        assertThat(selection.personProperty().get()).isEqualTo(1);
        selection.stepPerson(1);
        selection.stepPerson(1);
        assertThat(selection.personProperty().get()).isEqualTo(2);
        selection.stepPerson(-1);
        assertThat(selection.personProperty().get()).isEqualTo(3);
    }

    @Test
    void aNewNodeHasItsFirstChannelAndNoneIsNotOpen() {
        selection.open("layer1.0");
        selection.channelProperty().set(14);
        selection.open("layer1.0");
        assertThat(selection.channelProperty().get()).isEqualTo(14);
        selection.nodeProperty().set("layer1.1");
        assertThat(selection.channelProperty().get()).isZero();
        assertThat(selection.openedProperty().get()).isTrue();
        selection.nodeProperty().set(null);
        assertThat(selection.openedProperty().get()).isFalse();
    }

    @Test
    void wordsNameWhatIsSelectedAndNothingElse() {
        Texts texts = new Texts();
        var skeleton = new SimpleObjectProperty<>(Skeletons.byId("coco17").orElseThrow());
        SelectionWords words =
                new SelectionWords(
                        selection,
                        skeleton,
                        new SimpleBooleanProperty(true),
                        new SimpleObjectProperty<>(),
                        texts);
        selection.show(people(2, 0));
        assertThat(words.get()).as("alone").isEmpty();
        selection.show(doubtful());
        assertThat(words.get()).isEqualTo("person 2 (uncertain)");
        selection.show(people(2, 0, 3, 80));
        selection.jointProperty().set(9);
        selection.open("stage3.0.fused.1");
        selection.channelProperty().set(1234);
        assertThat(words.get())
                .isEqualTo("person 2 · left wrist · stage3.0.fused.1 · channel\u00a01234");
        selection.openedProperty().set(false);
        texts.languageProperty().set(Locale.SIMPLIFIED_CHINESE);
        assertThat(words.get()).isEqualTo("第 2 人 · 左腕 · stage3.0.fused.1");
        skeleton.set(Skeleton.numbered(5));
        assertThat(words.get()).as("no such joint").isEqualTo("第 2 人 · stage3.0.fused.1");
    }

    /// A right angle in the left elbow of number 2, and what the words are with and without angles.
    @Test
    void theAngleIsSaidWhereItIsWanted() {
        Texts texts = new Texts();
        var skeleton = new SimpleObjectProperty<>(Skeletons.byId("coco17").orElseThrow());
        var angles = new SimpleBooleanProperty();
        var chosen = new SimpleObjectProperty<AngleName>();
        SelectionWords words = new SelectionWords(selection, skeleton, angles, chosen, texts);
        List<Keypoint> joints = new ArrayList<>();
        for (int i = 0; i < 17; i++) joints.add(new Keypoint(0, i, 0.9));
        joints.set(5, new Keypoint(30, 10, 0.9));
        joints.set(7, new Keypoint(30, 40, 0.9));
        joints.set(9, new Keypoint(55, 40, 0.9));
        Estimate estimate =
                new Estimate(
                        new Pose(joints, new BoundingBox(0, 0, 60, 60)),
                        new Heatmaps(0, 1, 1, new float[0]),
                        null,
                        new Estimate.Times(0, 0, 0));
        selection.show(new People(List.of(new Person(2, estimate, 0.9))));
        selection.jointProperty().set(7);
        assertThat(words.get()).isEqualTo("left elbow");
        angles.set(true);
        assertThat(words.get()).isEqualTo("left elbow · angle 90°");
        texts.languageProperty().set(Locale.SIMPLIFIED_CHINESE);
        assertThat(words.get()).endsWith(" · 角度 90°");
        selection.jointProperty().set(9);
        assertThat(words.get()).doesNotContain("角度");
        chosen.set(AngleName.of(skeleton.get(), 7, 5, 9));
        assertThat(words.get()).endsWith(" · 左肩处的角度 40°");
        texts.languageProperty().set(Locale.ENGLISH);
        assertThat(words.get()).isEqualTo("left wrist · angle at the left shoulder 40°");
        texts.languageProperty().set(Locale.SIMPLIFIED_CHINESE);
        chosen.set(new AngleName(List.of("left_elbow", "left_shoulder", "thorax")));
        assertThat(words.get()).as("no such joint").doesNotContain("角度");
        selection.jointProperty().set(7);
        selection.show(People.NOBODY);
        assertThat(words.get()).doesNotContain("角度");
    }
}
