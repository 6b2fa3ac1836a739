using FsCheck;
using FsCheck.Fluent;

namespace ActorTerm.Language.Tests.Rig;

/// <summary>Random trees of the shapes that the parser makes.</summary>
internal static class Trees
{
    private static readonly string[] Names = ["a", "b_1", "_", "trueish", "falsey", "nullish", "iterm2", "X9"];
    private static readonly string[] Segments = ["x", "true", "false", "null", "user", "_0"];
    private static readonly string[] Texts = ["", "a", "\"", "\\", "\\n", "\n\t", "\u001b", "(", ")", "\\(", "é😀", "\ud83d", "\u007f", "'?:;&"];
    private static readonly string[] Numbers = ["0", "5", "007", "1152921504606846977", "1.5", "1e3", "1e21", "1e-7", "0.0", "1e999"];
    private static readonly BinaryOperator[][] Levels = [.. Enum.GetValues<BinaryOperator>().GroupBy(o => o.Precedence()).Select(g => g.ToArray())];

    public static Arbitrary<Node> Expressions => Gen.Sized(size => Expression(Math.Min(size / 12, 4))).ToArbitrary();

    public static Arbitrary<CallNode> Calls => Gen.Sized(size => Call(Math.Min(size / 12, 4))).ToArbitrary();

    public static Arbitrary<Interpolation> UnquotedTexts => Gen.Sized(size => Text(Math.Min(size / 12, 4), mayBePlain: true)).ToArbitrary();

    // An array literal stands only here: as a whole expression.
    private static Gen<Node> Expression(int depth) => depth == 0
        ? Operand(0)
        : Gen.Frequency((4, Operand(depth)), (1, Few(Expression(depth - 1), 0, 3).Select(items => (Node)new ArrayLiteral(0, [.. items]))));

    private static Gen<Node> Operand(int depth) => depth == 0
        ? Gen.OneOf(Literal(), Reference(true).Select(r => (Node)r))
        : Gen.OneOf(
            Literal(),
            Reference(true).Select(r => (Node)r),
            Element(depth - 1),
            Call(depth - 1).Select(c => (Node)c),
            Text(depth - 1, mayBePlain: false).Select(t => (Node)t),
            Unary(depth - 1),
            Chain(depth - 1),
            from condition in Operand(depth - 1)
            from then in Operand(depth - 1)
            from otherwise in Operand(depth - 1)
            select (Node)new Conditional(0, condition, then, otherwise));

    private static Gen<Node> Literal() => Gen.OneOf(
        Gen.Elements(Texts).Select(t => (Node)new Literal(0, new Operand(Value.Of(t)))),
        Gen.Elements(true, false).Select(b => (Node)new Literal(0, Language.Operand.Of(b))),
        Gen.Constant<Node>(new Literal(0, default)),
        Number());

    private static Gen<Node> Number() =>
        from text in Gen.Elements(Numbers)
        from isNegative in Gen.Elements(true, false)
        select (Node)new Literal(0, text.All(char.IsAsciiDigit)
            ? new Operand(Value.OfDigits(text, isNegative))
            : new Operand(JsonNumber.Read(text) * (isNegative ? -1 : 1)));

    // The word null alone is a literal.
    private static Gen<string> Path() =>
        from head in Gen.Elements(Names)
        from rest in Few(Gen.Elements(Segments), 0, 2)
        select string.Join('.', rest.Prepend(head));

    private static Gen<Reference> Reference(bool mayBeOptional) =>
        from path in Path()
        from isOptional in Gen.Elements(false, mayBeOptional)
        select new Reference(0, isOptional ? VariablePath.Of(path).AsOptional() : VariablePath.Of(path), 0);

    private static Gen<Node> Element(int depth) =>
        from array in Reference(false)
        from index in Operand(depth)
        from isOptional in Gen.Elements(true, false)
        select (Node)new Element(0, array, index, isOptional);

    private static Gen<Node> Unary(int depth) =>
        from isNegation in Gen.Elements(true, false)
        from operand in Operand(depth)
        select (Node)new Unary(0, isNegation, operand);

    private static Gen<Node> Chain(int depth) =>
        from level in Gen.Elements(Levels)
        from operands in Few(Operand(depth), 2, 4)
        from operators in Gen.Elements(level).ListOf(operands.Count - 1)
        select (Node)new Chain(0, [.. operands], [.. operators]);

    private static Gen<CallNode> Call(int depth) =>
        from name in Path()
        from arguments in Few(Argument(depth), 0, 3)
        select new CallNode(0, name, [.. arguments.DistinctBy(a => a.Name)]);

    private static Gen<Argument> Argument(int depth) =>
        from name in Gen.Elements([.. Names, "null"])
        from expression in Expression(depth)
        from target in Path()
        from isReference in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        select isReference ? new Argument(0, name, null, VariablePath.Of(target), 0) : new Argument(0, name, expression, null, -1);

    private static Gen<Interpolation> Text(int depth, bool mayBePlain) =>
        from expressions in Few(Expression(depth), mayBePlain ? 0 : 1, 2)
        from texts in Gen.Elements(Texts).ListOf(3)
        select new Interpolation(0, [.. Parts(expressions, texts)], isStrict: false);

    private static IEnumerable<Interpolation.Part> Parts(IReadOnlyList<Node> expressions, IReadOnlyList<string> texts)
    {
        for (var i = 0; i <= expressions.Count; i++)
        {
            if (texts[i].Length > 0) yield return new Interpolation.Part(texts[i], null);
            if (i < expressions.Count) yield return new Interpolation.Part("", expressions[i]);
        }
    }

    private static Gen<IReadOnlyList<T>> Few<T>(Gen<T> gen, int least, int most) =>
        Gen.Choose(least, most).SelectMany(count => gen.ListOf(count)).Select(items => (IReadOnlyList<T>)[.. items]);
}
