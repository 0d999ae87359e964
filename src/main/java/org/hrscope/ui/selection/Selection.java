package org.hrscope.ui.selection;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.hrscope.people.People;
import org.hrscope.people.Person;
import org.jspecify.annotations.Nullable;

/// The selected person, joint, node and channel. A click anywhere changes it and every panel follows it, so that panels
/// need not know each other. FX thread.
public final class Selection {
    /// No person.
    public static final int NOBODY = 0;

    /// No joint.
    public static final int NONE = -1;

    private final IntegerProperty person = new SimpleIntegerProperty(NOBODY);
    private final IntegerProperty joint = new SimpleIntegerProperty(NONE);
    private final ObjectProperty<@Nullable String> node = new SimpleObjectProperty<>();
    private final BooleanProperty opened = new SimpleBooleanProperty();
    private final IntegerProperty channel = new SimpleIntegerProperty();
    private final ReadOnlyObjectWrapper<People> people = new ReadOnlyObjectWrapper<>(People.NOBODY);

    private final Absence absence;

    public Selection() {
        this(new Absence(System::nanoTime));
    }

    public Selection(Absence absence) {
        this.absence = absence;
        node.subscribe((_, now) -> {
            channel.set(0);
            if (now == null) opened.set(false);
        });
    }

    /// Identity of the person shown in heatmaps, joints, inspector, Decode and Explain, or [#NOBODY].
    public IntegerProperty personProperty() {
        return person;
    }

    /// Index in the skeleton, or [#NONE].
    public IntegerProperty jointProperty() {
        return joint;
    }

    /// Name of a value of the network, as on the map; null for none.
    public ObjectProperty<@Nullable String> nodeProperty() {
        return node;
    }

    /// Whether the inspector is open on the node; never true without a node.
    public BooleanProperty openedProperty() {
        return opened;
    }

    /// Opens the inspector on the node, if there is one, or closes it.
    public void inspect(boolean now) {
        opened.set(now && node.get() != null);
    }

    /// A channel of the node; reset to 0 with the node.
    public IntegerProperty channelProperty() {
        return channel;
    }

    /// Selects the node and opens the inspector on it.
    public void open(String name) {
        node.set(name);
        opened.set(true);
    }

    /// Whether there has been nobody to select for a while.
    public Absence absence() {
        return absence;
    }

    /// Everyone on stage.
    public ReadOnlyObjectProperty<People> peopleProperty() {
        return people.getReadOnlyProperty();
    }

    /// Who is on stage now. A person out of sight stays selected while nobody else is there: they may come back.
    public void show(People now) {
        people.set(now);
        if (now.of(person.get()).isPresent()) return;
        now.nearest().ifPresent(nearest -> person.set(nearest.identity()));
    }

    /// Selects the next or previous person, from left to right.
    public void stepPerson(int by) {
        var sorted =
                people.get().all().stream()
                        .sorted((a, b) -> Double.compare(middle(a), middle(b)))
                        .toList();
        if (sorted.isEmpty()) return;
        Optional<Person> chosen = people.get().of(person.get());
        int at = chosen.map(sorted::indexOf).orElse(by > 0 ? -1 : 0);
        person.set(sorted.get(Math.floorMod(at + by, sorted.size())).identity());
    }

    private static double middle(Person person) {
        return person.pose().box().x() + person.pose().box().width() / 2;
    }
}
