package org.hrscope.people;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.hrscope.inference.Estimate;

/// Everyone in a frame, by identity: zero or more. Immutable.
public record People(List<Person> all) implements Iterable<Person> {
    public static final People NOBODY = new People(List.of());

    public People {
        all = List.copyOf(all);
    }

    /// A single person, as when the whole image is taken to show one.
    public static People one(Estimate estimate) {
        return new People(List.of(Person.of(1, estimate)));
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public int size() {
        return all.size();
    }

    public Optional<Person> of(int identity) {
        return all.stream().filter(person -> person.identity() == identity).findFirst();
    }

    /// The default choice when no one was selected: the nearest, judged by box size.
    public Optional<Person> nearest() {
        return all.stream()
                .max((a, b) -> Double.compare(a.pose().box().area(), b.pose().box().area()));
    }

    @Override
    public Iterator<Person> iterator() {
        return all.iterator();
    }
}
