package org.hrscope.teach;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hrscope.domain.BoundingBox;
import org.jspecify.annotations.Nullable;

/// All that was shown of new joints so far. Immutable: each step is a new one, so that going back is easy.
///
/// @param joints names, in the order they were begun
/// @param ties   by joint: the joint a limb is drawn to, empty for none; what is not there is tied to the nearest
/// @param people with their clicks
public record Clicks(List<String> joints, Map<String, String> ties, List<ClickedPerson> people) {
    public static final Clicks NONE = new Clicks(List.of(), Map.of(), List.of());

    public Clicks {
        joints = List.copyOf(joints);
        ties = Map.copyOf(ties);
        people = List.copyOf(people);
    }

    public Clicks with(String joint) {
        List<String> more = new ArrayList<>(joints);
        more.add(joint);
        return new Clicks(more, ties, people);
    }

    /// Its clicks are forgotten, too: a joint of the same name begins anew.
    public Clicks without(String joint) {
        List<String> others = new ArrayList<>(joints);
        others.remove(joint);
        Map<String, String> left = new HashMap<>(ties);
        left.remove(joint);
        left.values().removeIf(joint::equals);
        List<ClickedPerson> shown =
                people.stream()
                        .map(person -> person.without(joint))
                        .filter(person -> !person.clicks().isEmpty())
                        .toList();
        return new Clicks(others, left, shown);
    }

    /// @param to empty for no limb, null for the nearest joint
    public Clicks tied(String joint, @Nullable String to) {
        Map<String, String> now = new HashMap<>(ties);
        if (to == null) now.remove(joint);
        else now.put(joint, to);
        return new Clicks(joints, now, people);
    }

    /// With this person in place of what was said of them before. Joints given up meanwhile are left out.
    public Clicks with(ClickedPerson person) {
        List<ClickedPerson> all = new ArrayList<>(people);
        all.removeIf(each -> each.place().equals(person.place()));
        ClickedPerson known = person;
        for (String joint : person.clicks().keySet()) {
            if (!joints.contains(joint)) known = known.without(joint);
        }
        if (!known.clicks().isEmpty()) all.add(known);
        return new Clicks(joints, ties, all);
    }

    /// Within this share of a box's longer side, two clicks speak of one place: two sigma of a target.
    private static final double NEAR = 1 / 16.0;

    /// All clicks on this person, with one more. A joint is at one place: the newest click that shows it replaces the
    /// one before, and a click that says the opposite of an earlier one at its place takes that back.
    public Map<String, List<Click>> with(
            ClickedPerson.Place place, BoundingBox box, String joint, Click click) {
        Map<String, List<Click>> all = new HashMap<>(of(place));
        List<Click> of = new ArrayList<>(all.getOrDefault(joint, List.of()));
        of.removeIf(before -> click.replaces(before, near(box)));
        of.add(click);
        all.put(joint, of);
        return all;
    }

    /// Whether an earlier click on this person says the opposite.
    public boolean opposed(ClickedPerson.Place place, BoundingBox box, String joint, Click click) {
        return of(place).getOrDefault(joint, List.of()).stream()
                .anyMatch(before -> click.opposes(before, near(box)));
    }

    /// People the joint was shown on.
    public int shown(String joint) {
        return (int)
                people.stream()
                        .map(person -> person.clicks().getOrDefault(joint, List.of()))
                        .filter(clicks -> clicks.stream().anyMatch(Click::present))
                        .count();
    }

    private static double near(BoundingBox box) {
        return NEAR * Math.max(box.width(), box.height());
    }

    private Map<String, List<Click>> of(ClickedPerson.Place place) {
        for (ClickedPerson person : people) {
            if (person.place().equals(place)) return person.clicks();
        }
        return Map.of();
    }
}
