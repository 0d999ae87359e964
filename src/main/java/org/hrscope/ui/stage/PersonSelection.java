package org.hrscope.ui.stage;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.hrscope.people.People;
import org.hrscope.people.Person;

/// Whom heatmaps, joints, inspector, Decode and Explain speak of. FX thread.
public final class PersonSelection {
    /// Nobody has been chosen.
    public static final int NONE = 0;

    private final IntegerProperty identity = new SimpleIntegerProperty(NONE);
    private final ReadOnlyObjectWrapper<People> people = new ReadOnlyObjectWrapper<>(People.NOBODY);

    public IntegerProperty identityProperty() {
        return identity;
    }

    /// Everyone on stage.
    public ReadOnlyObjectProperty<People> peopleProperty() {
        return people.getReadOnlyProperty();
    }

    /// Who is on stage now. Somebody out of sight stays chosen while nobody else is there: they may come back.
    public void show(People now) {
        people.set(now);
        if (now.of(identity.get()).isPresent()) return;
        now.nearest().ifPresent(person -> identity.set(person.identity()));
    }

    /// Chooses the next person, or the one before, from left to right.
    public void step(int by) {
        List<Person> sorted =
                people.get().all().stream()
                        .sorted((a, b) -> Double.compare(middle(a), middle(b)))
                        .toList();
        if (sorted.isEmpty()) return;
        Optional<Person> chosen = people.get().of(identity.get());
        int at = chosen.map(sorted::indexOf).orElse(by > 0 ? -1 : 0);
        identity.set(sorted.get(Math.floorMod(at + by, sorted.size())).identity());
    }

    private static double middle(Person person) {
        return person.pose().box().x() + person.pose().box().width() / 2;
    }
}
