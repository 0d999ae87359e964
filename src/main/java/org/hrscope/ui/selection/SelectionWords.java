package org.hrscope.ui.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import org.hrscope.domain.Skeleton;
import org.hrscope.motion.AngleName;
import org.hrscope.motion.JointAngle;
import org.hrscope.people.People;
import org.hrscope.people.Person;
import org.hrscope.ui.common.JointNames;
import org.hrscope.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/// The selection in words: "person 2 · left wrist · stage3.0.fused.1 · channel 14". A single person
/// gets no number, and the channel is omitted while the inspector is closed. FX thread.
public final class SelectionWords extends StringBinding {
    /// Joints below this score may be anywhere.
    private static final double LEAST_SCORE = 0.2;

    private final Selection selection;
    private final ObservableValue<Skeleton> skeleton;
    private final ObservableBooleanValue angles;
    private final ObservableValue<@Nullable AngleName> chosen;
    private final Texts texts;

    /// @param angles whether an angle is wanted
    /// @param chosen which; null for the one at the selected joint
    public SelectionWords(
            Selection selection,
            ObservableValue<Skeleton> skeleton,
            ObservableBooleanValue angles,
            ObservableValue<@Nullable AngleName> chosen,
            Texts texts) {
        this.selection = selection;
        this.skeleton = skeleton;
        this.angles = angles;
        this.chosen = chosen;
        this.texts = texts;
        bind(
                selection.peopleProperty(),
                selection.personProperty(),
                selection.jointProperty(),
                selection.nodeProperty(),
                selection.openedProperty(),
                selection.channelProperty(),
                skeleton,
                angles,
                chosen,
                texts.languageProperty());
    }

    @Override
    protected String computeValue() {
        List<String> words = new ArrayList<>();
        int person = selection.personProperty().get();
        People people = selection.peopleProperty().get();
        boolean uncertain = people.of(person).map(Person::uncertain).orElse(false);
        String who = texts.get("selection.person", "" + person);
        if (uncertain) words.add(texts.get("selection.uncertain", who));
        else if (people.size() > 1) words.add(who);
        int joint = selection.jointProperty().get();
        List<String> joints = skeleton.getValue().joints();
        if (joint >= 0 && joint < joints.size())
            words.add(new JointNames(texts).of(joints.get(joint)));
        if (angles.get()) {
            JointAngle.chosenOr(chosen.getValue(), skeleton.getValue(), joint)
                    .ifPresent(angle ->
                            people.of(person)
                                    .map(seen -> degrees(angle, seen))
                                    .ifPresent(value ->
                                            value.ifPresent(degrees ->
                                                    words.add(words(angle, joint, degrees)))));
        }
        String node = selection.nodeProperty().get();
        if (node != null) words.add(node);
        if (selection.openedProperty().get())
            words.add(texts.get("selection.channel", "" + selection.channelProperty().get()));
        return String.join(" · ", words);
    }

    /// One chosen by three clicks need not be at the selected joint.
    private String words(JointAngle angle, int joint, double degrees) {
        String value = "" + Math.round(degrees);
        if (angle.at() == joint) return texts.get("selection.angle", value);
        String at = new JointNames(texts).of(skeleton.getValue().joints().get(angle.at()));
        return texts.get("selection.angle.of", at, value);
    }

    private static OptionalDouble degrees(JointAngle angle, Person person) {
        return angle.degrees(person.pose(), LEAST_SCORE);
    }
}
