using ActorTerm.Protocol;
using ActorTerm.Runtime.Keys;
using ActorTerm.Runtime.Sessions;

namespace ActorTerm.Api.Translation;

/// <summary>Keys as scripts hear of them and filter them.</summary>
internal static class Keystrokes
{
    private static readonly (Modifiers Wire, KeysProtocol.KeystrokeModifiers Flag)[] Flags =
    [
        (Modifiers.Control, KeysProtocol.KeystrokeModifiers.Control),
        (Modifiers.Option, KeysProtocol.KeystrokeModifiers.Option),
        (Modifiers.Command, KeysProtocol.KeystrokeModifiers.Command),
        (Modifiers.Shift, KeysProtocol.KeystrokeModifiers.Shift),
        (Modifiers.Function, KeysProtocol.KeystrokeModifiers.Function),
        (Modifiers.Numpad, KeysProtocol.KeystrokeModifiers.Numpad),
    ];

    /// <summary>Releases and modifiers alone only when more was asked for. The patterns of the request have no meaning any more.</summary>
    public static SessionsProtocol.SessionEvents ToEvents(KeystrokeMonitorRequest? m) => m?.Advanced is true
        ? SessionsProtocol.SessionEvents.Keystroke | SessionsProtocol.SessionEvents.KeystrokeMore
        : SessionsProtocol.SessionEvents.Keystroke;

    public static IReadOnlyList<KeysProtocol.KeyPattern> ToPatterns(KeystrokeFilterRequest? m) => m is null ? [] : [.. m.PatternsToIgnore.Select(pattern =>
        new KeysProtocol.KeyPattern(
            ToFlags(pattern.RequiredModifiers), ToFlags(pattern.ForbiddenModifiers),
            [.. pattern.Keycodes], [.. pattern.Characters], [.. pattern.CharactersIgnoringModifiers]))];

    public static KeystrokeNotification ToNotification(SessionsProtocol.KeySeen m)
    {
        var notification = new KeystrokeNotification
        {
            Characters = m.Key.Characters,
            CharactersIgnoringModifiers = m.Key.CharactersIgnoringModifiers,
            KeyCode = m.Key.KeyCode,
            Session = m.Session.ToString(),
            Action = m.Action switch
            {
                SessionsProtocol.KeyStroke.Up => KeystrokeNotification.Types.Action.KeyUp,
                SessionsProtocol.KeyStroke.Modifiers => KeystrokeNotification.Types.Action.FlagsChanged,
                _ => KeystrokeNotification.Types.Action.KeyDown,
            },
        };
        notification.Modifiers.AddRange(Flags.Where(one => m.Key.Modifiers.HasFlag(one.Flag)).Select(one => one.Wire));
        return notification;
    }

    private static KeysProtocol.KeystrokeModifiers ToFlags(IEnumerable<Modifiers> modifiers) => modifiers.Aggregate(
        KeysProtocol.KeystrokeModifiers.None, (sum, modifier) => sum | Array.Find(Flags, one => one.Wire == modifier).Flag);
}
