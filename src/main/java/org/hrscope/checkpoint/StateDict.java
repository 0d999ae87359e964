package org.hrscope.checkpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Tensors of a checkpoint. From [#of], the network's, under their official names; from [TensorDicts], those of one
/// dict, under their names there.
///
/// A file may hold several networks: the trained one, its moving average, a teacher. The trained one wins; if none
/// is labelled so, the only one; otherwise the user must choose.
///
/// @param place   dotted key path in the file, the network's name prefix last; empty if there is no other
/// @param tensors in file order
record StateDict(String place, Map<String, TensorRef> tensors) {
    /// Where training programs put the trained network: the official code and MMPose, then others. Earlier entries
    /// win.
    private static final List<String> TRAINED =
            List.of("state_dict", "model_state_dict", "model_state", "model", "net", "network");

    private static final List<String> AVERAGED = List.of("ema", "swa", "avg", "averag", "shadow");

    /// One network in the file.
    private record Candidate(StateDict dict, String prefix) {
        String place() {
            String place = dict.place().isEmpty() || prefix.isEmpty() ? "" : ".";
            place = dict.place() + place + prefix;
            return place.endsWith(".") ? place.substring(0, place.length() - 1) : place;
        }

        /// Lower means more likely to be the intended one.
        int rank() {
            List<String> keys = Arrays.asList(place().toLowerCase(Locale.ROOT).split("\\.", 99));
            if (keys.stream().anyMatch(k -> AVERAGED.stream().anyMatch(k::contains))) return 99;
            int best = place().isEmpty() ? TRAINED.size() : TRAINED.size() + 1;
            for (String key : keys) {
                if (TRAINED.contains(key)) best = Math.min(best, TRAINED.indexOf(key));
            }
            return best;
        }
    }

    /// @throws BrokenCheckpoint if there are no tensors, or if two networks rank equally
    static StateDict of(Object root) {
        List<StateDict> dicts = TensorDicts.in(root);
        List<Candidate> networks = new ArrayList<>();
        for (StateDict dict : dicts) {
            NetworkNames.bodies(dict.tensors()).forEach(p -> networks.add(new Candidate(dict, p)));
        }
        if (networks.isEmpty()) return other(dicts);
        networks.sort(Comparator.comparingInt(Candidate::rank));
        Candidate best = networks.getFirst();
        if (networks.size() > 1 && networks.get(1).rank() == best.rank()) {
            List<String> names = networks.stream().map(Candidate::place).limit(5).toList();
            throw new BrokenCheckpoint("checkpoint.several", String.join(", ", names));
        }
        String place = networks.size() > 1 ? best.place() : "";
        return new StateDict(place, NetworkNames.of(best.dict.tensors(), best.prefix));
    }

    /// Without an HRNet, the dict that says most about what the file is instead.
    private static StateDict other(List<StateDict> dicts) {
        StateDict largest =
                dicts.stream()
                        .max(Comparator.comparingInt(dict -> dict.tensors().size()))
                        .orElseThrow(() -> new BrokenCheckpoint("checkpoint.no-tensors"));
        return new StateDict("", NetworkNames.of(largest.tensors()));
    }
}
