namespace ActorTerm.Terminal.Views;

/// <summary>What a host says over a session's screen without touching it.</summary>
/// <param name="Alert">One line across the top row, cut where it does not fit; null for none. It stays until the viewer dismisses it.</param>
/// <param name="Icon">A few characters in the top right corner; null for none.</param>
public sealed record Overlays(string? Alert = null, string? Icon = null)
{
    public static Overlays None { get; } = new();
}
