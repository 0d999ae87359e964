package org.hrscope.teach;

import org.hrscope.onnx.OnnxHead;

/// A joint ready to be added to a network.
///
/// @param tied name of the joint it hangs on, the network's own or taught as well, drawn as a limb; empty for none
public record TaughtJoint(String name, OnnxHead.Channel channel, String tied) {}
