using ActorTerm.Terminal.Rows;
using FsCheck;
using FsCheck.Fluent;

namespace ActorTerm.Terminal.Tests.Rows;

/// <summary>Something that can be done to a row and to its naive counterpart.</summary>
/// <param name="A">Numbers from which columns, counts and styles are made; any will do.</param>
public sealed record RowOperation(RowOperation.What Kind, int A, int B, int C, int Style)
{
    public enum What
    {
        WriteAscii,
        WriteCells,
        WriteWide,
        Fill,
        Erase,
        EraseToEnd,
        Restyle,
        Insert,
        Delete,
        CopyWithin,
        CopyFromOther,
        Reset,
    }

    public static Gen<RowOperation> Any { get; } =
        from kind in Gen.Elements(Enum.GetValues<What>().SelectMany(what => Enumerable.Repeat(what, what == What.Reset ? 1 : 4)).ToArray())
        from a in Gen.Choose(0, 1000)
        from b in Gen.Choose(0, 1000)
        from c in Gen.Choose(0, 1000)
        from style in Gen.Elements(0, 0, 1, 2, 3)
        select new RowOperation(kind, a, b, c, style);

    internal void Do(Row row, NaiveRow naive, Row other, NaiveRow naiveOther, int columns)
    {
        var from = A % columns;
        var to = from + B % (columns - from + 1);
        switch (Kind)
        {
            case What.WriteAscii when to > from:
                var text = Enumerable.Range(from, to - from).Select(i => (byte)('a' + (i + C) % 26)).ToArray();
                row.WriteAscii(from, text, Style, columns);
                for (var i = from; i < to; i++) naive.Write(i, text[i - from], 1, Style);
                break;
            case What.WriteCells:
                row.WriteCell(from, 0x3b1 + C % 20, 1, Style, columns);
                naive.Write(from, 0x3b1 + C % 20, 1, Style);
                break;
            case What.WriteWide when from + 1 < columns:
                row.WriteCell(from, 0x4e00 + C, 2, Style, columns);
                naive.Write(from, 0x4e00 + C, 2, Style);
                break;
            case What.Fill when to > from:
                ref var cells = ref row.OpenCells(from, columns, out var cut);
                for (var i = from; i < to; i++) System.Runtime.CompilerServices.Unsafe.Add(ref cells, i) = 0x400 + i;
                row.CloseCells(from, to, cut, Style, columns);
                for (var i = from; i < to; i++) naive.Write(i, 0x400 + i, 1, Style);
                break;
            case What.Erase:
                row.Erase(from, to, Style, columns);
                naive.Erase(from, to, Style);
                break;
            case What.EraseToEnd:
                row.Erase(from, columns, Style, columns);
                naive.Erase(from, columns, Style);
                break;
            case What.Restyle when to > from:
                row.Restyle(from, to - from, Style, columns);
                naive.Restyle(from, to - from, Style);
                break;
            case What.Insert:
                var right = from + C % (columns - from + 1);
                row.InsertEmpty(from, B % 6, right, Style, columns);
                naive.Insert(from, B % 6, right, Style);
                break;
            case What.Delete:
                var end = from + C % (columns - from + 1);
                row.DeleteCells(from, B % 6, end, Style, columns);
                naive.Delete(from, B % 6, end, Style);
                break;
            case What.CopyWithin or What.CopyFromOther:
                var target = C % columns;
                var count = Math.Min(to - from, columns - target);
                row.CopyFrom(Kind == What.CopyWithin ? row : other, from, target, count, columns);
                naive.CopyFrom(Kind == What.CopyWithin ? naive : naiveOther, from, target, count);
                break;
            case What.Reset:
                row.Reset();
                naive.Reset();
                break;
        }
    }
}
