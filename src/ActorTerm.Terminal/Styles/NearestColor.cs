namespace ActorTerm.Terminal.Styles;

/// <summary>The nearest of the fixed palette entries 16 to 255 (the 6x6x6 cube and the greys, xterm's 256colres): for a full style table only.</summary>
internal static class NearestColor
{
    private static ReadOnlySpan<byte> CubeSteps => [0, 95, 135, 175, 215, 255];

    public static CellColor Of(CellColor color)
    {
        if (color.Kind != CellColorKind.Rgb) return color;
        int red = Step(color.Red), green = Step(color.Green), blue = Step(color.Blue);
        var cube = CellColor.Palette(16 + 36 * red + 6 * green + blue);
        var cubeDistance = Distance(color, CubeSteps[red], CubeSteps[green], CubeSteps[blue]);

        var grey = Math.Clamp(((color.Red + color.Green + color.Blue) / 3 - 3) / 10, 0, 23);
        var level = 8 + 10 * grey;
        return Distance(color, level, level, level) < cubeDistance ? CellColor.Palette(232 + grey) : cube;
    }

    private static int Step(int value)
    {
        var best = 0;
        for (var i = 1; i < CubeSteps.Length; i++)
        {
            if (Math.Abs(CubeSteps[i] - value) < Math.Abs(CubeSteps[best] - value)) best = i;
        }

        return best;
    }

    private static int Distance(CellColor color, int red, int green, int blue) =>
        Square(color.Red - red) + Square(color.Green - green) + Square(color.Blue - blue);

    private static int Square(int value) => value * value;
}
