using System.Globalization;
using ActorTerm.Language;

namespace ActorTerm.Runtime.Profiles;

/// <summary>The colours of the default profile: white on black and xterm's sixteen.</summary>
internal static class ProfileColors
{
    // xterm's default palette: XTerm-col.ad of the xterm distribution.
    private static readonly uint[] Ansi =
    [
        0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
        0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
    ];

    public static IEnumerable<(string Key, Value Color)> Defaults
    {
        get
        {
            for (var i = 0; i < Ansi.Length; i++) yield return ($"Ansi {i} Color", Color(Ansi[i]));
            yield return ("Foreground Color", Color(0xffffff));
            yield return ("Background Color", Color(0x000000));
            yield return ("Bold Color", Color(0xffffff));
            yield return ("Cursor Color", Color(0xffffff));
            yield return ("Cursor Text Color", Color(0x000000));
            yield return ("Selection Color", Color(0xb5d5ff));
            yield return ("Selected Text Color", Color(0x000000));
            yield return ("Link Color", Color(0x005cbb));
            yield return ("Tab Color", Color(0x000000));
        }
    }

    private static Value Color(uint rgb) => Value.Parse(string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"Red Component":{{Part(rgb >> 16)}},"Green Component":{{Part(rgb >> 8)}},"Blue Component":{{Part(rgb)}},"Alpha Component":1,"Color Space":"sRGB"}"""));

    private static string Part(uint rgb) => ((rgb & 0xff) / 255.0).ToString("R", CultureInfo.InvariantCulture);
}
