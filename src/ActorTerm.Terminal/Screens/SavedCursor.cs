using ActorTerm.Terminal.Charsets;
using ActorTerm.Terminal.Styles;

namespace ActorTerm.Terminal.Screens;

/// <summary>What DECSC saves and DECRC brings back.</summary>
internal sealed record SavedCursor(int Column, int Row, bool PendingWrap, StyleKey Pen, CharsetState Charsets, bool Origin);
