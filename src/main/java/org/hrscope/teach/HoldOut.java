package org.hrscope.teach;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.hrscope.domain.Decoder;

/// How well joints are found on people kept apart, by the number of people they were taught on. The figure is PCK@0.1:
/// the share of shown joints found within a tenth of the longer side of the person's box. One thread.
public final class HoldOut {
    private static final double NEAR = 0.1;
    private static final List<Integer> COUNTS = List.of(1, 2, 3, 5, 10, 20, 50, 100, 200, 500);
    private static final long SEED = 20190225;

    private final FeatureSet set;
    private final Decoder decoder;
    private final List<Integer> taught;
    private final List<Integer> apart;

    /// @param people number of all people; who is kept apart is the same every time
    /// @param share  to keep apart, above 0 and below 1; at least one is, and at least one is not
    public HoldOut(FeatureSet set, Decoder decoder, int people, double share) {
        this.set = set;
        this.decoder = decoder;
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < people; i++) order.add(i);
        Collections.shuffle(order, Random.from(new SplittableRandom(SEED)));
        int kept = Math.clamp(Math.round(people * share), 1, Math.max(1, people - 1));
        apart = order.subList(0, kept);
        taught = order.subList(kept, people);
    }

    /// Numbers of people to learn from: up to all that are not kept apart.
    public List<Integer> counts() {
        TreeSet<Integer> counts = new TreeSet<>();
        for (int count : COUNTS) if (count < taught.size()) counts.add(count);
        if (!taught.isEmpty()) counts.add(taught.size());
        return List.copyOf(counts);
    }

    public int apart() {
        return apart.size();
    }

    /// One joint's PCK by [#counts()]; NaN where those kept apart do not show it, or the others do not.
    ///
    /// @param people all of them, as one network sees them
    public List<Double> measure(List<LabelledPerson> people, String joint) {
        List<Double> found = new ArrayList<>();
        for (int count : counts()) {
            List<LabelledPerson> from = taught.subList(0, count).stream().map(people::get).toList();
            List<Example> examples = LabelledPerson.examples(from, joint);
            found.add(examples.isEmpty() ? Double.NaN : share(people, joint, examples));
        }
        return found;
    }

    private double share(List<LabelledPerson> people, String joint, List<Example> examples) {
        var fitted = new Teacher(examples, set, decoder).fit();
        int shown = 0;
        int near = 0;
        for (int each : apart) {
            LabelledPerson person = people.get(each);
            for (Example example : LabelledPerson.examples(List.of(person), joint)) {
                OptionalDouble distance = example.distance(fitted, set, decoder);
                if (distance.isEmpty()) continue;
                shown++;
                if (distance.getAsDouble() <= NEAR * person.size()) near++;
            }
        }
        return near / (double) shown;
    }
}
