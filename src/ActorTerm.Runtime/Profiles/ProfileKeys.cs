using System.Collections.Immutable;
using ActorTerm.Language;

namespace ActorTerm.Runtime.Profiles;

/// <summary>The profile properties every profile has, with the value of the default profile; its kind is the type of the property.</summary>
internal static class ProfileKeys
{
    public static ImmutableSortedDictionary<string, Value> Defaults { get; } = Build();

    private static ImmutableSortedDictionary<string, Value> Build()
    {
        var keys = ImmutableSortedDictionary.CreateBuilder<string, Value>(StringComparer.Ordinal);

        // Who it is and what it runs.
        keys["Guid"] = Value.Of("00000000-0000-4000-8000-000000000001");
        keys["Name"] = Value.Of("Default");
        keys["Description"] = Value.Of("Default");
        keys["Tags"] = Value.Parse("[]");
        keys["Custom Command"] = Value.Of("No");
        keys["Command"] = Value.Of("");
        keys["Custom Directory"] = Value.Of("No");
        keys["Working Directory"] = Value.Of("");
        keys["Initial Text"] = Value.Of("");

        // The terminal.
        keys["Columns"] = Value.Of(80L);
        keys["Rows"] = Value.Of(24L);
        keys["Terminal Type"] = Value.Of("xterm-256color");
        keys["Scrollback Lines"] = Value.Of(10_000L);
        keys["Unlimited Scrollback"] = Value.Of(false);
        keys["Character Encoding"] = Value.Of(4L);
        keys["Mouse Reporting"] = Value.Of(true);
        keys["Allow Title Setting"] = Value.Of(true);
        keys["Allow Title Reporting"] = Value.Of(false);
        keys["Disable Window Resizing"] = Value.Of(true);
        keys["Close Sessions On End"] = Value.Of(0L);
        keys["Session Close Undo Timeout"] = Value.Of(0L);
        keys["Option Key Sends"] = Value.Of(0L);
        keys["Right Option Key Sends"] = Value.Of(0L);

        // Automation.
        keys["Triggers"] = Value.Parse("[]");
        keys["Triggers Use Interpolated Strings"] = Value.Of(false);
        keys["Enable Triggers in Interactive Apps"] = Value.Of(true);
        keys["Keyboard Map"] = Value.Parse("{}");
        keys["Title Components"] = Value.Of(2L);
        keys["Badge Text"] = Value.Of("");

        // Looks: stored and given back, so that scripts that read them run.
        keys["Normal Font"] = Value.Of("Monaco 12");
        keys["Non Ascii Font"] = Value.Of("Monaco 12");
        keys["Transparency"] = Value.Of(0L);
        keys["Blend"] = Value.Of(0.5);
        keys["Blur"] = Value.Of(false);
        keys["Blur Radius"] = Value.Of(2L);
        keys["Use Tab Color"] = Value.Of(false);
        keys["Cursor Type"] = Value.Of(2L);
        keys["Blinking Cursor"] = Value.Of(false);
        keys["Use Bold Font"] = Value.Of(true);
        keys["Use Italic Font"] = Value.Of(true);
        foreach (var (key, color) in ProfileColors.Defaults) keys[key] = color;
        return keys.ToImmutable();
    }
}
