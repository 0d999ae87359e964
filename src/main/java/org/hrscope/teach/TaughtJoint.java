package org.hrscope.teach;

import org.hrscope.onnx.OnnxHead;

/// A joint ready to be added to a network.
///
/// @param parent joint of the network it hangs on, drawn as a limb; -1 for none
public record TaughtJoint(String name, OnnxHead.Channel channel, int parent) {}
