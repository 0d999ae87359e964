package org.hrscope.ui.selection;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import org.hrscope.domain.Skeleton;
import org.hrscope.people.People;
import org.hrscope.people.Person;
import org.hrscope.ui.common.JointNames;
import org.hrscope.ui.common.Texts;

/// The selection in words: "person 2 · left wrist · stage3.0.fused.1 · channel 14". A single person
/// gets no number, and the channel is omitted while the inspector is closed. FX thread.
public final class SelectionWords extends StringBinding {
    private final Selection selection;
    private final ObservableValue<Skeleton> skeleton;
    private final Texts texts;

    public SelectionWords(Selection selection, ObservableValue<Skeleton> skeleton, Texts texts) {
        this.selection = selection;
        this.skeleton = skeleton;
        this.texts = texts;
        bind(
                selection.peopleProperty(),
                selection.personProperty(),
                selection.jointProperty(),
                selection.nodeProperty(),
                selection.openedProperty(),
                selection.channelProperty(),
                skeleton,
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
        String node = selection.nodeProperty().get();
        if (node != null) words.add(node);
        if (selection.openedProperty().get())
            words.add(texts.get("selection.channel", "" + selection.channelProperty().get()));
        return String.join(" · ", words);
    }
}
