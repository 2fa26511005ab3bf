"""Common given names: they show that a name is a person's, the pronoun, and which names are variants."""

from typing import Literal

from quizengine.language.word_lists import plain_form


def _names(text: str) -> frozenset[str]:
    """The names of a text in the form in which they are looked up: "jurgen" for "jürgen"."""
    return frozenset(map(plain_form, text.split()))


_MALE = _names(
    """
    aaron abdul abraham achim adam adolf adrian agustín ahmad ahmed aidan alain alan alasdair albert albrecht aldo
    alec alejandro aleksander aleksandr alessandro alexander alexei alfonso alfred alfredo ali alistair allan allen
    alonzo álvaro alvin ambrose amir amos anatole anatoly anders andré andre andreas andrei andrej andrés andres
    andrew andrzej angus anselm anthony antoine anton antonio antony archibald archie arjun arne arno arnold arthur
    artur arvid ashraf asif atul augustin augusto aurelio axel barack barry bart bartholomew bartosz bastian ben
    benedict benito benjamin benoît bernard bernardo bernd bernhard bernie bertil bertram bill billy birger bjarne
    björn bob bobby bogdan boris brad bradley brandon branko brendan brent brett brian bruce bruno bryan bryce
    burkhard byron calvin camilo carl carlo carlos carsten caspar casper cedric césar chad charles charlie chester
    chinua chris christian christoph christopher chuck clarence claude claudio clayton clemens clement cliff
    clifford clint clive colin conor corey cornelius cosimo craig curtis cuthbert cyril cyrus dale damian damien
    damir dan daniel danny darius darrell darren dave david davide dean denis dennis derek desmond detlef dick diego
    dieter dietrich dimitri dimitris dirk dmitri dmitry dmytro domenico dominic dominik don donald doug douglas
    dragan duncan dustin dwight eamon earl eberhard ed eddie edgar edmond edmund edoardo eduardo edvard edward edwin
    egon einar eirik eli elliot elmer elon emil emilio emmanuel emmet enrico enrique enzo eric erich erik erling
    ernest ernesto ernst erwin esteban ethan étienne eugen eugene evan ewan ezra fabian fabio fabrice fabrizio farid
    federico felipe felix ferdinand fergus fernando fidel filip filippo florian floyd francesco francis francisco
    franco françois frank franklin franz fred frederic frederick frederik fredrik friedrich fritz fyodor gabriel gaetano
    gareth garrett gary gaspard gaston gavin geert gene gennady geoff geoffrey georg george georges georgi gerald
    gerard gerd gerhard germán gianluca gilbert gilles gino giorgio giovanni giuseppe glen glenn godfrey gonzalo
    gordon gottfried graham grant greg gregory grzegorz guglielmo guido guillaume guillermo günter gunther gus
    gustaf gustav gustave gustavo guy haakon håkon hal halvor hamid hannes hans harald harold harry hartmut harvey hasan
    hassan hector heinrich heinz helmut hendrik henning henri henrik henry henryk herbert herman hermann hernan
    hiroki hiroshi holger horace horatio horst howard hubert hugh hugo humphrey hussein ian ibrahim ignacio ignatius
    igor ilya imran ingmar isaac ismael ismail ivan ivar ivo jaap jack jacob jacques jaime jake jakob jakub jamal
    james jan jános jared jaroslav jason javier jay jean-claude jean-luc jean-paul jean-pierre jeb jed jeff jeffrey
    jens jeremiah jeremy jeroen jerome jerry jerzy jesper jesús jim jimmy joachim joão joaquin jochen joe joel johan
    johann john johnny jon jonah jonas jonathan jörg jorge joris josé jose josef joseph josh joshua josip józef juan
    juha jukka jules julian julien julio julius jürgen justin kamal karel karl karsten kasper kazimierz kazuo kees
    keith ken kenji kenneth kent kevin khalid kieran kirill kjell klaus klemens knud knut kofi konrad konstantin
    kristian kristof krzysztof kurt kwame kyle lance larry lars lászló laurent lawrence lee leif leo leon leonard
    leonardo leonid leopold leroy leszek lewis liam lindsey linus lionel lloyd lorenz lorenzo lothar lou louis luc
    luca lucas lucian luciano lucien ludvig ludwig luigi luis luka lukas luke lyndon maciej magnus mahmoud malcolm
    manfred manuel marc marcel marcello marcin marco marcos marcus marek mariano mario marius mark markus marshall
    martin marvin mateusz mathias mathieu matías mats matt matteo matthew matthias matthieu maurice mauricio
    maurizio max maxim maxime maximilian maxwell mehmet mel melvin michael michał michel miguel mikael mike mikhail
    mikkel miklós miles miloš milton mirko miroslav mitch mitchell mitt mohamed mohammad mohammed mohandas moritz
    morten moses muhammad murat mustafa nathan nathaniel ned neil nelson newt niall niccolò nicholas nick nicolas
    nicolás niels nigel nikolai nikolaus nikos nils noah noel norbert norman olaf olav oleg oleksandr oleksiy oliver
    olivier omar orhan orlando oscar oskar ottavio otto owen pablo pål paolo pascal pasquale patricio patrick paul
    pavel pedro pekka pete peter petr phil philip philippe phillip pierre piet pieter pietro piotr quentin rafael
    rafał ragnar rahul raimund rainer raj rajesh ralf ralph ramiro ramon ramón rand randall randy raphael rashid
    rasmus raúl raul ravi ray raymond recep reginald reinhard reinhold renato rené renzo rex ricardo riccardo
    richard rick rickey ricky rob robby robert roberto rod roderick rodney rodrigo roger roland rolando rolf romain
    roman romano ron ronald rory ross roy ruben rüdiger rudolf rudy rune rupert russ russell ryan ryszard salvador
    salvatore sam samir samuel sándor sanjay santiago scott sean sebastian sebastiano sébastien serge sergei sergey
    sergio seth severin shane shaun shawn shinzo sidney siegfried sigmund sigurd silvio simon slobodan spencer stan
    stanley stefan stefano steffen stephen sterling steve steven stewart stuart sunil sven sverre szymon søren
    tadeusz takashi takeshi tapio tariq ted terrence thaddeus theo theodore thibault thierry thomas thorsten tiago
    tibor tim timo timothy titus tobias tod todd tom tomas tomás tomasz tommaso tommy tony torben torsten toshiro
    travis trent trevor trey trygve tyler ugo ulf ulrich umberto urs uwe václav valentino vasily vernon vicente
    victor vidar viggo vikram viktor vin vince vincent virgil vitaly vittorio vladimir volker volodymyr wade
    waldemar wallace walt walter walther warren wayne wendell werner wilbur wilfred wilfrid wilhelm will willard
    willem william willie winston witold wojciech wolfgang wolfram xavier yann yasser yevgeny yitzhak youssef yukio
    yuri yuriy yusuf yves zachary zack zbigniew zdeněk zoltán zoran øystein
    """
)
_FEMALE = _names(
    """
    abby abigail ada adele adeline adriana agata agatha agnes agnieszka aiko aino aisha akiko alana alejandra
    aleksandra alena alessandra alessia alexandra alexandria alice alicia alina aline alison allie allison alma alva
    amal amalia amanda amber amelia amelie amina amy ana anaïs anastasia andrea aneta angela angelina angie anika
    anita anja anke ann anna annabel annabelle anne anneli annelise annette annie annika anouk antje antonella
    antonia anya april aretha ariana arlene astri astrid audrey augusta aung ava ayesha barbara beata beate beatrice
    beatriz becky belinda benedetta bente bernadette beth bethany betsy betty beverly bianca birgit birgitta blanca
    bonnie branka brenda brianna bridget bridie brigitta brigitte britney brittany camila camille candace cara carla
    carlotta carly carmela carmen carol carola carole carolina caroline carolyn carrie cassandra cassie caterina
    catherine cathy cecilia celeste celia chantal charlene charlotte chelsea cheryl chiara chloe chloé christiane
    christina christine cindy claire clara claudia claudine clémence clementine colleen concepción condoleezza
    connie constance cora cordelia cornelia cosima cristina crystal cynthia dagmar daisy dana danielle danuta daphne
    daria darlene dawn deb debbie deborah debra deirdre delia delphine denise diana diane dianne dinah dolores donna
    dora doris dorota dorothea dorothy ebba edda edith edna effie eileen ekaterina elaine eleanor elena elif elina
    elisa elisabeth elisabetta elise eliza elizabeth elke ella ellen ellie élodie eloise elsa elsie elvira emilia
    emilie emily emine emma emmeline erica erika erin ernestine esperanza estella estelle esther ethel etta eugenia
    eunice eva eve evelyn ewa faith fatima fatma federica felicia fernanda filippa fiona flora florence flossie
    frances francesca françoise franziska freda freya frida gabriela gabriella gabrielle gail galina gemma genevieve
    georgia georgina geraldine gerda gertrude gillian gina ginny giovanna gisela giulia gladys glenda glenys gloria
    grace greta gretchen gro gudrun gunhild gwen gwendolyn hanna hannah hanne harriet hattie hazel heather hedda
    hedwig heidi heike helen helena helene helga henrietta hermine hester hilary hilda hilde hildegard hillary holly
    hope huma ida ilaria ilona ilse imelda imogen ina indira ines inez ingeborg inger ingrid ioana iona irena irene
    irina iris irmgard isabel isabella isabelle isadora isobel ivana ivanka ivy jacinda jackie jacqueline jadwiga
    jana jane janet janice janina janine jasmine jayne jean jeanette jeanne jeannette jelena jemima jenna jennie
    jennifer jenny jessica jill joan joanna joanne jocelyn jodi johanna jolanta josefa josefina josephine josie
    jovana joy joyce juanita judith judy julia juliana julianne julie juliet julita june junko justyna jutta kaitlyn
    kaja kamala kara karen karin karina karla katarina katarzyna kate katerina katharina katharine katherine
    kathleen kathrin kathryn kathy katie katja katrina kayla keiko keira kellyanne kelsey kendra khadija kim
    kimberley kimberly kirsten kirsti kirstjen kirsty klara klaudia kristen kristi kristin kristina ksenia laetitia
    lana lara larisa larissa latoya laura lauren laurie lea leah leanne leena leila lena leonie leonora leslie
    leticia letizia libby lidia lieselotte lila lilian lillian lily lina linda linnea lisa liv livia liz liza lizzie
    lois lola loretta lorna lorraine lotte lottie louisa louise lucia lucie lucille lucinda lucy ludmila luisa luise
    lydia lynn lynne lyudmila mabel maddalena madeleine madeline madison magali magda magdalena maggie maisie malala
    malgorzata malia malin mandy manuela marcella marcia maren margaret margareta margarethe margarita margit margot
    margret margrethe marguerite maria mariam mariana marianne marie marija marika mariko marilyn marina marion
    marisa marisol marissa marit marjorie marlene marlies marsha marta martha martina mary maryam mathilde matilda
    matilde maud maura maureen mavis maya małgorzata megan meghan melania melanie melinda melissa mercedes meredith
    merkel mette mia michaela michele michelle mildred milena millicent mina mindy minnie miranda mireille miriam
    mirjam moira mollie molly mona monica monika monique morag muriel myra nadezhda nadia nadine nadja nancy naomi
    natalia natalie natalija natasha nell nellie nessa nicola nicole nicolette nikki nina noelle noemi nora noreen
    noriko norma octavia oksana olena olga olive olivia ophelia oprah orla orsolya ottilie paloma pam pamela paola
    patricia patsy patti paula paulette pauline pearl peggy penelope penny pernille petra petronella philippa
    philomena phyllis pilar pippa polly portia priscilla priya rachel ragnhild raisa ramona raquel rebecca rebekka
    regina reiko renata renate renee rhiannon rhoda rhonda rita roberta roisin rosa rosalia rosalie rosalind rosalyn
    rosanna rose roseanne rosella rosemarie rosemary rosie rowena roxanne ruth sabine sabrina sadie sally salma
    samantha samira sandra sandrine sanna sara sarah sasha saskia selena selina selma serena shannon sharon sheila
    shelly sherry shirley signe sigrid silke silvia simona simone sinéad siobhán sofia sofie solange soledad solveig
    sonia sonja sonya sophia sophie soraya stacey stacy stefania stella stephanie sue sunniva susan susana susanna
    susannah susanne suzana suzanne svenja svetlana sybil sylvia sylvie tabitha tamar tamara tammy tanya tara
    tatiana tatjana teodora teresa tereza tess tessa thelma theodora theresa therese thora tiffany tina tomoko toni
    tove tracey tracy traute tricia trudy tulsi ulla ulrike una ursel ursula valentina valerie vanessa vera verónica
    veronica veronika vesna vibeke vicki vicky victoria vigdis viktoria viola violet virginia virginie vivian
    viviana vivien vivienne wanda wendy whitney wilhelmina wilma winifred winnie yael yasmin yasmina yelena yevgenia
    yoko yolanda yoshiko yuliya yumiko yvette yvonne zadie zahra zainab zara zeynep zoe zofia zoya zuzana
    """
)
_EITHER = _names(
    """
    alex andrea andy ashley blair casey cameron chris courtney dana drew hilary jamie jan jean jo jordan kelly kim
    lee leslie lindsay lynn marion morgan pat riley robin sam sandy sasha shannon sidney skyler stacy taylor terry
    tracy
    """
)
_ONE_NAME = tuple(
    map(
        _names,
        [
            "\n        joe joseph ",
            " bill billy will william ",
            " mike michael ",
            " jim jimmy james ",
            " tom tommy thomas ",
            " bob bobby rob\n        robert ",
            " dick rick rich richard ",
            " ted ed eddie edward theodore ",
            " dan danny daniel ",
            " dave david ",
            " steve steven\n        stephen ",
            " chris christopher ",
            " matt matthew ",
            " ben benjamin ",
            " sam samuel ",
            " tim timothy ",
            " tony anthony ",
            " chuck\n        charlie charles ",
            " ron ronald ",
            " ken kenneth ",
            " jeff jeffrey geoffrey ",
            " greg gregory ",
            " liz beth betty elizabeth ",
            "\n        kate kathy katie katherine catherine ",
            " sue susan ",
            " debbie deborah ",
            " andy drew andrew ",
            " nick nicholas ",
            " bernie\n        bernard ",
            " don donald ",
            " pete peter ",
            " phil philip phillip ",
            " larry lawrence ",
            " jerry gerald jeremiah ",
            " fred\n        frederick ",
            " jon jonathan ",
            " josh joshua ",
            " max maximilian maxwell ",
            " pat patrick patricia ",
            " alex alexander\n        alexandra ",
            " jack john johnny ",
            " vlad vladimir ",
            " jenny jennifer ",
            " maggie peggy margaret ",
            " mitch mitchell ",
            " ray\n        raymond ",
            " stan stanley ",
            " walt walter ",
            " vin vince vincent ",
            " barb barbara ",
            " cindy cynthia ",
            " pam pamela ",
            " doug\n        douglas ",
            " herb herbert\n        ",
        ],
    )
)


def is_given_name(token: str) -> bool:
    """Return whether the token is a common given name, whatever its case."""
    name = plain_form(token)
    return name in _MALE or name in _FEMALE or name in _EITHER


def pronoun_for(token: str) -> Literal["he", "she", ""]:
    """Return "he" or "she" where nearly all bearers of this given name agree; empty otherwise."""
    name = plain_form(token)
    if name in _EITHER or (name in _MALE) == (name in _FEMALE):
        return ""
    return "he" if name in _MALE else "she"


def same_given_name(one: str, other: str) -> bool:
    """Return whether two given names may be one: equal, an initial of the other, or its short form (Joe, Joseph)."""
    a, b = plain_form(one), plain_form(other)
    if a == b or (min(len(a), len(b)) == 1 and a[:1] == b[:1]):
        return True
    return any(a in group and b in group for group in _ONE_NAME)
