package org.hrscope.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Skeleton;
import org.jspecify.annotations.Nullable;

/// Multi-person tracking. Says where to run the pose network ([#looks]), takes its poses ([#saw]) and, now and
/// then, detections ([#found]); runs no network itself. Each track is predicted from its last pose and velocity; a
/// lost person is expected back for [#KEPT] frames; a new one is confirmed by a second sighting; two poses on one
/// body are merged. Frames may overlap: looks for the next may be requested before the last has been seen. One
/// thread.
public final class PersonTracks {
    /// The most people tracked at once.
    public static final int MOST = 20;

    /// Frames out of sight after which a track is dropped.
    public static final int KEPT = 30;

    private static final int SIGHTINGS = 2;

    /// Frames an unconfirmed person may be missed: the next frame may have started before they were found.
    private static final int SECOND_CHANCE = 1;

    /// Mean score of the six best joints that keeps a track alive: lower than for a detection, higher than the 0.41
    /// the bundled network gives plain black.
    private static final double FOLLOWED = 0.5;

    /// The same for re-acquiring a lost track, whose place may show anything by now.
    private static final double BACK = 0.62;

    /// Poses below this similarity are of someone else.
    private static final double LEAST = 0.15;

    /// Bonus in similarity for a pose found in the track's own box.
    private static final double OWN_PLACE = 0.1;

    /// Bonus for tracks seen in the previous frame, so that they win over lost ones. Equal for all poses of a
    /// track: it decides who goes unmatched, not who is who while everyone is visible.
    private static final double IN_SIGHT = 0.25;

    /// Overlap from which a detection is someone already tracked.
    private static final double KNOWN = 0.35;

    /// Tolerance for movement gained per frame out of sight.
    private static final double LATITUDE = 0.1;

    /// After this many frames out of sight a track is checked only every third frame.
    private static final int PATIENCE = 10;

    /// Factor on the similarity when the clothes differ entirely: someone passing in front may cover them for a moment.
    /// 0 for a person who was out of sight.
    private static final double OTHER_CLOTHES = 0.25;

    /// Bonus for confirmed people: a returning person wins over a newcomer.
    private static final double CONFIRMED = 0.2;

    /// Sightings after which a track wins over a younger one on the same body.
    private static final int WELL_KNOWN = 15;

    private static final double SENIORITY = 0.1;

    /// Box overlap from which a stranger in the same clothes is a duplicate of someone seen.
    private static final double SAME_BOX = 0.4;

    private static final double SAME_CLOTHES = 0.6;

    /// Box overlap from which a newcomer is where someone is missing.
    private static final double NEAR = 0.1;

    private final Skeleton skeleton;
    private final Likeness likeness;
    private final Candidates candidates = new Candidates();
    private final List<Track> tracks = new ArrayList<>();
    private int keys;
    private int identities;

    public PersonTracks(Skeleton skeleton) {
        this.skeleton = skeleton;
        likeness = new Likeness(skeleton);
    }

    /// A new image or scene: drops all tracks and confirms these people at once, since nothing earlier contradicts
    /// them. Identities keep counting up.
    ///
    /// @param people highest score first; at most the first [#MOST] are kept
    /// @return in their order
    public List<TrackedPerson> newScene(List<Pose> people) {
        tracks.clear();
        candidates.clear();
        List<TrackedPerson> known = new ArrayList<>();
        for (int i = 0; i < Math.min(people.size(), MOST); i++) {
            Track track = new Track(++keys, people.get(i));
            track.confirm(++identities);
            tracks.add(track);
            known.add(new TrackedPerson(track.identity(), i, people.get(i)));
        }
        return known;
    }

    /// Where everyone who is in sight is expected next, as though found there.
    ///
    /// @param width,height of the image; whoever has left it is nowhere
    public List<FoundPerson> places(int width, int height) {
        return tracks.stream()
                .filter(each -> each.identity() != 0 && each.missed() == 0)
                .filter(each -> Boxes.inside(each.next(), width, height))
                .map(each -> new FoundPerson(each.next(), 1))
                .toList();
    }

    /// Detections on one of the last frames. Those already tracked are dropped; the rest are checked in the next
    /// frames.
    ///
    /// @return whether there is anyone to check
    public boolean found(List<FoundPerson> found) {
        List<Track> seen = tracks.stream().filter(track -> track.missed() == 0).toList();
        double[][] overlaps = new double[found.size()][seen.size()];
        for (int f = 0; f < found.size(); f++) {
            for (int t = 0; t < seen.size(); t++) {
                overlaps[f][t] = Likeness.overlap(found.get(f).box(), seen.get(t).next());
            }
        }
        int[] known = Assignment.best(overlaps, KNOWN);
        List<FoundPerson> unknown = new ArrayList<>();
        for (int f = 0; f < found.size(); f++) {
            if (known[f] == Assignment.NOBODY) unknown.add(found.get(f));
        }
        return candidates.found(unknown);
    }

    /// Where to run the pose network in the next frame, at most [#MOST] boxes: one per track expected in the image,
    /// plus some detections.
    ///
    /// @param width,height of the image
    public List<Look> looks(int width, int height) {
        List<Look> looks = new ArrayList<>();
        for (Track track : tracks) {
            boolean inTurn = track.missed() <= PATIENCE || track.missed() % 3 == 0;
            if (inTurn && Boxes.inside(track.next(), width, height)) {
                looks.add(new Look(track.next(), track.key(), 1));
            }
        }
        for (FoundPerson found : candidates.next(MOST - tracks.size())) {
            if (Boxes.inside(found.box(), width, height)) {
                looks.add(new Look(found.box(), 0, found.score()));
            }
        }
        return looks;
    }

    /// The pose network's results.
    ///
    /// @param looks as returned by [#looks] for this frame
    /// @param poses in their order, by [org.hrscope.inference.Estimate#judged()]
    /// @param frame in which they were seen
    /// @return confirmed people seen in this frame, by identity
    public List<TrackedPerson> saw(List<Look> looks, List<Pose> poses, Frame frame) {
        List<Seen> seen = seen(looks, poses, frame);
        double[][] alike = new double[tracks.size()][seen.size()];
        for (int t = 0; t < tracks.size(); t++) {
            for (int s = 0; s < seen.size(); s++) alike[t][s] = alike(tracks.get(t), seen.get(s));
        }
        int[] assigned = Assignment.best(alike, LEAST);
        List<Seen> strangers = new ArrayList<>(seen);
        List<Seen> recognised = new ArrayList<>();
        for (int t = 0; t < assigned.length; t++) {
            Track track = tracks.get(t);
            if (assigned[t] == Assignment.NOBODY) {
                track.miss();
                continue;
            }
            Seen by = seen.get(assigned[t]);
            strangers.remove(by);
            recognised.add(by);
            track.saw(by.pose, by.clothes);
        }
        List<Track> merged = merge();
        List<TrackedPerson> known = new ArrayList<>();
        for (int t = 0; t < assigned.length; t++) {
            Track track = tracks.get(t);
            if (assigned[t] == Assignment.NOBODY || track.sightings() < SIGHTINGS) continue;
            if (track.identity() == 0) track.confirm(++identities);
            Seen by = seen.get(assigned[t]);
            known.add(new TrackedPerson(track.identity(), by.index, by.pose));
        }
        tracks.removeAll(merged);
        tracks.removeIf(track -> track.missed() > (track.identity() == 0 ? SECOND_CHANCE : KEPT));
        for (Seen stranger : strangers) {
            if (again(stranger, recognised)) continue;
            Track successor = meet(stranger);
            if (successor == null || successor.identity() == 0) continue;
            known.add(new TrackedPerson(successor.identity(), stranger.index, stranger.pose));
        }
        known.sort(Comparator.comparingInt(TrackedPerson::identity));
        return known;
    }

    /// A newcomer beside whom a well-known person in the same clothes goes missing is that person: in a crossing, a
    /// track may have gone along with whoever walked in front.
    ///
    /// @return tracks that another goes on with
    private List<Track> merge() {
        List<Track> merged = new ArrayList<>();
        for (Track lost : tracks) {
            boolean missing = lost.identity() != 0 && lost.missed() > 0;
            if (!missing || lost.sightings() < WELL_KNOWN) continue;
            tracks.stream()
                    .filter(each -> each.missed() == 0 && each.sightings() < WELL_KNOWN)
                    .filter(each -> each.sightings() >= SIGHTINGS && each.like(lost) > SAME_CLOTHES)
                    .filter(each -> Likeness.overlap(each.next(), lost.next()) > NEAR)
                    .max(Comparator.comparingDouble(each -> each.like(lost)))
                    .ifPresent(newcomer -> {
                        newcomer.goOn(lost);
                        merged.add(lost);
                    });
        }
        return merged;
    }

    /// Whether someone is out of sight or no one is tracked, so that a finder run would help.
    public boolean searching() {
        return tracks.isEmpty() || tracks.stream().anyMatch(track -> track.missed() > 0);
    }

    /// A person seen in a frame.
    ///
    /// @param index  of the look
    /// @param places tracks in whose boxes they were seen, 0 for the finder's
    private record Seen(
            int index,
            Look look,
            Pose pose,
            Optional<Clothes> clothes,
            double joints,
            Set<Integer> places) {}

    private List<Seen> seen(List<Look> looks, List<Pose> poses, Frame frame) {
        List<Seen> all = new ArrayList<>();
        for (int i = 0; i < poses.size(); i++) {
            Look look = looks.get(i);
            Pose pose = poses.get(i);
            Set<Integer> places = new HashSet<>(Set.of(look.track()));
            Optional<Clothes> clothes = Clothes.of(frame, pose, skeleton);
            Seen seen = new Seen(i, look, pose, clothes, SecondLook.surest(pose), places);
            if (there(seen)) all.add(seen);
            else if (!look.followed()) candidates.refuse(look.box(), look.score());
        }
        // Prefer the track's own look: a detection's box may be coarser.
        all.sort(
                Comparator.comparing((Seen each) -> each.look.track() == 0)
                        .thenComparing(Comparator.comparingDouble(Seen::joints).reversed()));
        List<Seen> distinct = new ArrayList<>();
        for (Seen each : all) {
            Optional<Seen> same =
                    distinct.stream().filter(s -> likeness.sameBody(s.pose, each.pose)).findFirst();
            same.ifPresentOrElse(s -> s.places.addAll(each.places), () -> distinct.add(each));
        }
        return distinct;
    }

    private boolean there(Seen seen) {
        if (!Boxes.finite(seen.pose.box())) return false;
        if (!seen.look.followed()) {
            return SecondLook.sureness(seen.look.score(), seen.pose) >= SecondLook.SURE;
        }
        boolean inSight =
                tracks.stream().anyMatch(t -> t.key() == seen.look.track() && t.missed() == 0);
        return seen.joints >= (inSight ? FOLLOWED : BACK);
    }

    private double alike(Track track, Seen seen) {
        Pose expected = track.expected();
        double joints = likeness.of(expected, seen.pose, 1 + LATITUDE * track.missed());
        double boxes = Likeness.overlap(expected.box(), Boxes.of(seen.pose, Track.SURE));
        double alike = (joints + boxes) / 2;
        if (seen.places.contains(track.key())) alike += OWN_PLACE;
        boolean inSight = track.missed() == 0;
        double anyhow = inSight ? OTHER_CLOTHES : 0;
        alike *= anyhow + (1 - anyhow) * track.likeClothes(seen.clothes);
        if (alike < LEAST) return 0;
        if (track.identity() == 0) return alike;
        if (track.sightings() >= WELL_KNOWN) alike += SENIORITY;
        return alike + CONFIRMED + (inSight ? IN_SIGHT : 0);
    }

    /// Whether this is a duplicate of someone seen in this frame, though the poses differ.
    private static boolean again(Seen stranger, List<Seen> recognised) {
        BoundingBox box = Boxes.of(stranger.pose, Track.SURE);
        return recognised.stream()
                .anyMatch(each ->
                        each.clothes.isPresent()
                                && stranger.clothes.isPresent()
                                && each.clothes.get().like(stranger.clothes.get()) > SAME_CLOTHES
                                && Likeness.overlap(box, Boxes.of(each.pose, Track.SURE))
                                        > SAME_BOX);
    }

    /// Starts a track, unless this is merely the place of a track whose person was seen elsewhere.
    ///
    /// @return whose track it is; null if none
    private @Nullable Track meet(Seen stranger) {
        Track before = predecessor(stranger);
        if (before == null && !stranger.places.contains(0)) return null;
        if (tracks.size() >= MOST) return null;
        Track track = new Track(++keys, stranger.pose);
        track.wears(stranger.clothes);
        tracks.add(track);
        if (before != null) {
            track.confirm(++identities);
            track.takePlace(before);
        }
        return track;
    }

    /// Who was in this place a frame ago and is gone: where frames are rare, a scene may have faded to another meanwhile,
    /// or a person moved too far to be recognised. Somebody surely stands there, and need not wait for the finder.
    private @Nullable Track predecessor(Seen stranger) {
        if (SecondLook.sureness(stranger.look.score(), stranger.pose) < SecondLook.SURE)
            return null;
        return tracks.stream()
                .filter(each -> each.identity() != 0 && each.missed() == 1)
                .filter(each -> each.key() == stranger.look.track())
                .findFirst()
                .orElse(null);
    }
}
